import CProcess
import Glibc
import PlainText

/// The memory of this process, which holds credentials and tokens.
enum ProcessMemory {
  /// Keeps it out of core files, and in a release build from everybody but root.
  ///
  /// A debug build can be looked into: debuggers and the reports of crashes need that.
  ///
  /// - Throws: ``CommandFailure`` when the system does not let it.
  static func protect() throws {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    try check(setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none))
    #if !DEBUG
      try check(process_forbid_dumps())
    #endif
  }

  private static func check(_ result: CInt) throws {
    guard result != 0 else { return }
    throw CommandFailure(
      .refused,
      "Core files with credentials in them cannot be ruled out: \(String(cString: strerror(errno)))."
    )
  }
}
