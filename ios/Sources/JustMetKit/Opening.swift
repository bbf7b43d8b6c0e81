import Foundation
import JustMetCore

/// How the core is opened: with the key of this phone where encryption is on, and what was encrypted is written plain again
/// where it was switched off.
enum Opening {
  static func core(_ config: Config, _ ports: Ports) throws -> JustMet {
    let keys = DatabaseKeys(ports.keychain)
    let noted = ports.kept.load().isEncrypted
    if keys.isOn(noted: noted) { return try JustMet.openEncrypted(config: config, clock: ports.clock, keys: keys) }
    do {
      let core = try JustMet.open(config: config, clock: ports.clock)
      if keys.wasOn { try keys.forgetFormer() }
      return core
    } catch JustMetError.DamagedDatabase(let explanation) {
      // Without its key an encrypted file looks like none of ours.
      if keys.wasOn {
        _ = try changeKey(config: config, from: FormerKeys(keys), to: nil)
        return try JustMet.open(config: config, clock: ports.clock)
      }
      if noted { throw Trouble(kind: .keyless, explanation: explanation) }
      throw JustMetError.DamagedDatabase(explanation: explanation)
    }
  }

  /// Saves what can be read of a damaged database; gives what to say of it.
  static func salvaged(_ config: Config, _ ports: Ports) throws -> String {
    let keys = DatabaseKeys(ports.keychain)
    return try salvage(config: config, clock: ports.clock, keys: keys.isOn(noted: false) ? keys : nil).text
  }
}
