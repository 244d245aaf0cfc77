import Glibc

/// The machine's list of users (getpwuid_r(3)).
public enum PasswordDatabase {
  /// The home directory of this process's user; `nil` when there is no entry.
  public static var home: String? {
    var buffer = [CChar](repeating: 0, count: 1 << 10)
    while true {
      var entry = passwd()
      var found: UnsafeMutablePointer<passwd>?
      let (result, home) = buffer.withUnsafeMutableBufferPointer { area -> (Int32, String?) in
        guard let start = area.baseAddress else { return (ENOMEM, nil) }
        let result = getpwuid_r(geteuid(), &entry, start, area.count, &found)
        // The entry's texts lie in the buffer, so they are copied while that is certain to be where it was.
        return (result, found == nil ? nil : entry.pw_dir.map { String(cString: $0) })
      }
      guard result == ERANGE, buffer.count < 1 << 20 else { return home }
      buffer = [CChar](repeating: 0, count: buffer.count * 2)
    }
  }
}
