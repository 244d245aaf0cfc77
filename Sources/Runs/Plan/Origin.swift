/// Who planned a run, and from where, as far as the operating system knows.
public struct Origin: Sendable, Equatable, Codable {
  /// The login name of the session.
  public var loginName: String?
  /// The user id of the process.
  public var userID: Int
  /// `/proc/self/loginuid`: who logged in, whatever `sudo` made of them (proc(5)).
  public var loginUserID: Int?
  /// `SUDO_USER`: who called `sudo`.
  public var sudoUser: String?
  /// The name of the machine.
  public var host: String
  /// `SSH_CONNECTION`: client address and port, server address and port (ssh(1)).
  public var sshConnection: String?
  /// The version of the program.
  public var version: String

  /// Makes an origin.
  public init(
    loginName: String?,
    userID: Int,
    loginUserID: Int?,
    sudoUser: String?,
    host: String,
    sshConnection: String?,
    version: String
  ) {
    self.loginName = loginName
    self.userID = userID
    self.loginUserID = loginUserID
    self.sudoUser = sudoUser
    self.host = host
    self.sshConnection = sshConnection
    self.version = version
  }
}

extension Origin {
  /// Who it was, on which machine: `jkeller on bastion-2`.
  public var name: String {
    let user = loginName ?? "user \(userID), not logged in,"
    return "\(user)\(sudoUser.map { " (sudo by \($0))" } ?? "") on \(host)"
  }
}
