public import AWSClientCore
import Glibc

extension DirectoryJournals {
  /// Where journals are kept unless somebody says otherwise: `$XDG_STATE_HOME/appstream-console/runs`, and
  /// `~/.local/state/appstream-console/runs` without that.
  ///
  /// A relative `XDG_STATE_HOME` is ignored, as the XDG Base Directory Specification asks
  /// (https://specifications.freedesktop.org/basedir-spec/latest/). Without a `HOME` the password database is asked.
  ///
  /// - Throws: ``JournalError/noDirectory``.
  public static func defaultDirectory(_ environment: ProcessEnvironment) throws(JournalError) -> String {
    let own = "appstream-console/runs"
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return "\(state)/\(own)" }
    guard let home = [environment.home, registeredHome].compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) else {
      throw .noDirectory
    }
    return "\(home)/.local/state/\(own)"
  }

  /// The home directory in the password database.
  private static var registeredHome: String? {
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
