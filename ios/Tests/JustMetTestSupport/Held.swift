import Foundation

/// Another process that holds one of SQLite's locks on a file, until `letGo`.
public final class Held {
  private let process = Process()
  private let input = Pipe()

  /// The lock that keeps everybody out of a database while one commits: https://sqlite.org/lockingv3.html
  public static func whole(_ database: String) throws -> Held { try Held(database, from: 0x4000_0000, bytes: 512) }

  /// The lock of the one that writes, while others may read: https://sqlite.org/walformat.html, section 2.3
  public static func writing(_ database: String) throws -> Held { try Held(database + "-shm", from: 120, bytes: 1) }

  private init(_ file: String, from: Int, bytes: Int) throws {
    // Perl is on every Debian and every Mac; the two lay the lock out in their own ways.
    let perl = """
      use Fcntl qw(F_SETLK F_WRLCK SEEK_SET);
      my ($file, $from, $bytes) = @ARGV;
      open(my $open, '+<', $file) or die;
      my $lock = $^O eq 'darwin' ? pack('q q i s s', $from, $bytes, 0, F_WRLCK, SEEK_SET)
        : pack('s s x4 q q i x4', F_WRLCK, SEEK_SET, $from, $bytes, 0);
      fcntl($open, F_SETLK, $lock) or die;
      $| = 1; print "held"; sysread(STDIN, my $end, 1);
      """
    let said = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/perl")
    process.arguments = ["-e", perl, file, "\(from)", "\(bytes)"]
    process.standardInput = input
    process.standardOutput = said
    try process.run()
    guard said.fileHandleForReading.readData(ofLength: 4) == Data("held".utf8) else { throw Ended() }
  }

  /// It ends by itself at the end of its input: a signal would reach it only where the thread that started it takes signals.
  public func letGo() {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
