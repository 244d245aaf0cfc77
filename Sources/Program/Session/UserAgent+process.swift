import AWSClientCore
import Glibc
import ProgramVersion

extension UserAgent {
  /// What this program says about itself, and about the machine it runs on.
  static func current(_ retryMode: RetryMode) -> UserAgent {
    var names = utsname()
    uname(&names)
    return UserAgent(
      product: "appstream-console",
      version: ProgramVersion.number,
      system: text(names.sysname).lowercased(),
      systemRelease: text(names.release),
      architecture: text(names.machine),
      languageVersion: "6.3",
      retryMode: retryMode
    )
  }

  private static func text<Characters>(_ characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
