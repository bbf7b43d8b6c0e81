@_exported import AppleShims
// Security: generic-password keychain items, kept in memory for the life of the process.
@_exported import Foundation

public let kSecClass: CFString = "class"
public let kSecClassGenericPassword: CFString = "genp"
public let kSecClassInternetPassword: CFString = "inet"
public let kSecAttrService: CFString = "svce"
public let kSecAttrAccount: CFString = "acct"
public let kSecAttrLabel: CFString = "labl"
public let kSecAttrAccessGroup: CFString = "agrp"
public let kSecAttrSynchronizable: CFString = "sync"
public let kSecAttrSynchronizableAny: CFString = "syna"
public let kSecAttrAccessible: CFString = "pdmn"
public let kSecAttrAccessibleWhenUnlocked: CFString = "ak"
public let kSecAttrAccessibleAfterFirstUnlock: CFString = "ck"
public let kSecAttrAccessibleWhenUnlockedThisDeviceOnly: CFString = "aku"
public let kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly: CFString = "cku"
public let kSecAttrAccessibleWhenPasscodeSetThisDeviceOnly: CFString = "akpu"
public let kSecValueData: CFString = "v_Data"
public let kSecReturnData: CFString = "r_Data"
public let kSecReturnAttributes: CFString = "r_Attributes"
public let kSecMatchLimit: CFString = "m_Limit"
public let kSecMatchLimitOne: CFString = "m_LimitOne"
public let kSecMatchLimitAll: CFString = "m_LimitAll"
public let kSecUseDataProtectionKeychain: CFString = "nleg"
public let errSecSuccess: OSStatus = 0
public let errSecUnimplemented: OSStatus = -4
public let errSecParam: OSStatus = -50
public let errSecAuthFailed: OSStatus = -25293
public let errSecDuplicateItem: OSStatus = -25299
public let errSecItemNotFound: OSStatus = -25300
public let errSecInteractionNotAllowed: OSStatus = -25308

private let lock = NSLock()
nonisolated(unsafe) private var items: [[String: Any]] = []
private let primary = [kSecClass, kSecAttrService, kSecAttrAccount, kSecAttrAccessGroup, kSecAttrSynchronizable]
private func same(_ a: Any?, _ b: Any?) -> Bool { "\(a ?? "")" == "\(b ?? "")" }
private func matches(_ item: [String: Any], _ q: CFDictionary) -> Bool {
  (primary + [kSecAttrLabel, kSecAttrAccessible]).allSatisfy { k in
    q[k] == nil || (k == kSecAttrSynchronizable && same(q[k], kSecAttrSynchronizableAny)) || same(q[k], item[k])
  }
}

public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
  lock.lock()
  defer { lock.unlock() }
  guard attributes[kSecClass] != nil, attributes[kSecValueData] is Data else { return errSecParam }
  if items.contains(where: { i in primary.allSatisfy { same(i[$0], attributes[$0]) } }) { return errSecDuplicateItem }
  items.append(attributes)
  return errSecSuccess
}
public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
  lock.lock()
  defer { lock.unlock() }
  let found = items.filter { matches($0, query) }
  guard let first = found.first else { return errSecItemNotFound }
  if query[kSecReturnData] as? Bool == true, let d = first[kSecValueData] as? Data { result?.pointee = NSData(data: d) }
  return errSecSuccess
}
public func SecItemUpdate(_ query: CFDictionary, _ attributesToUpdate: CFDictionary) -> OSStatus {
  lock.lock()
  defer { lock.unlock() }
  let hit = items.indices.filter { matches(items[$0], query) }
  guard !hit.isEmpty else { return errSecItemNotFound }
  for i in hit { items[i].merge(attributesToUpdate) { $1 } }
  return errSecSuccess
}
public func SecItemDelete(_ query: CFDictionary) -> OSStatus {
  lock.lock()
  defer { lock.unlock() }
  let n = items.count
  items.removeAll { matches($0, query) }
  return n == items.count ? errSecItemNotFound : errSecSuccess
}
public func _stubKeychainReset() {
  lock.lock()
  items = []
  lock.unlock()
}
