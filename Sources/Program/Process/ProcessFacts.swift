import AWSClientCore
import FoundationEssentials
import Glibc
import ProgramVersion
import Runs

/// The environment variables of this process.
func currentEnvironment() -> [String: String] {
  ProcessInfo.processInfo.environment
}

extension ProcessEnvironment {
  /// The environment of this process, with the home directory of its user.
  static var ofProcess: ProcessEnvironment {
    ProcessEnvironment(variables: currentEnvironment(), registeredHome: PasswordDatabase.home)
  }
}

extension Origin {
  /// Who runs this process, and from where, as the operating system knows it now.
  static func current() -> Origin {
    let environment = currentEnvironment()
    return Origin(
      loginName: loginName(environment),
      userID: Int(getuid()),
      loginUserID: loginUserID(),
      sudoUser: environment["SUDO_USER"],
      host: ProcessInfo.processInfo.hostName,
      sshConnection: environment["SSH_CONNECTION"],
      version: ProgramVersion.number
    )
  }

  private static func loginName(_ environment: [String: String]) -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    if getlogin_r(&buffer, buffer.count) == 0 { return String(nullTerminated: buffer) }
    return environment["LOGNAME"] ?? environment["USER"]
  }

  /// `nil` where nobody logged in: the kernel then says 4294967295 (proc(5), `/proc/self/loginuid`).
  private static func loginUserID() -> Int? {
    guard
      let bytes = try? Data(contentsOf: URL(filePath: "/proc/self/loginuid")),
      let number = UInt32(String(decoding: bytes, as: UTF8.self).filter(\.isNumber)), number != UInt32.max
    else { return nil }
    return Int(number)
  }
}

extension String {
  /// The text before the first NUL of a C buffer.
  init(nullTerminated buffer: [CChar]) {
    self.init(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
