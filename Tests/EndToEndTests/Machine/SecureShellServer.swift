import FoundationEssentials
import Glibc
import Screen
import TerminalTesting
import TestSupport

/// An OpenSSH server on the bastion, on a loopback port, with keys and settings of its own, for as long as a test holds
/// it.
///
/// Who logs in finds the clients of AWS set up for an emulator.
final class SecureShellServer {
  /// Where it listens.
  let port: UInt16
  private let scratch: Scratch
  private let server: RunningProgram
  /// It has to be there for as long as somebody may log in.
  private let emulator: LiveEmulator

  /// - Parameters:
  ///   - emulator: Where those who log in are to find the service.
  ///   - settings: Lines added to the server's settings.
  init(for emulator: LiveEmulator, settings: String = "") throws {
    self.emulator = emulator
    scratch = try Scratch()
    let directory = scratch.path
    chmod(directory, 0o755)
    port = try LoopbackPort.free()
    let keys = try Machine.bastion.run(
      "/bin/sh",
      "-euc",
      """
      for name in host user; do ssh-keygen -q -t ed25519 -N '' -f '\(directory)'/$name; done
      cp '\(directory)/user.pub' '\(directory)/authorized_keys'
      chmod 644 '\(directory)/authorized_keys'
      """
    )
    guard keys.status == .exited(0) else { throw TestingError("ssh-keygen: \(keys.standardError)") }
    let variables = emulator.environment.map { "\"\($0)=\($1)\"" }.joined(separator: " ")
    let configuration = """
      ListenAddress 127.0.0.1
      Port \(port)
      HostKey \(directory)/host
      AuthorizedKeysFile \(directory)/authorized_keys
      PidFile none
      StrictModes no
      UsePAM no
      PasswordAuthentication no
      PrintMotd no
      PrintLastLog no
      AcceptEnv LANG LC_*
      SetEnv \(variables)
      \(settings)

      """
    try Data(configuration.utf8).write(to: URL(filePath: "\(directory)/sshd_config"))
    let (executable, arguments) = Machine.bastion.entering([
      "/usr/sbin/sshd", "-D", "-e", "-f", "\(directory)/sshd_config",
    ])
    server = try RunningProgram(path: executable, arguments: arguments, environment: [:])
    try waitUntilReachable()
  }

  deinit { server.kill() }

  private func waitUntilReachable() throws {
    let deadline = ContinuousClock.now + EmulatedTerminal.usualTimeout
    while ContinuousClock.now < deadline {
      if let connection = LoopbackPort.connect(to: port) {
        close(connection)
        return
      }
      guard server.ending() == nil else { break }
      poll(nil, 0, 10)
    }
    throw TestingError("sshd does not listen; it says: \(try server.standardError())")
  }

  /// A terminal in which the client has logged in, on this port or on that of a forwarder.
  func logIn(
    through port: UInt16? = nil,
    environment: [String: String] = [:],
    size: Size = Size(rows: 40, columns: 120)
  ) throws -> EmulatedTerminal {
    let terminal = try Machine.bastion.terminal(
      client(["-tt"], port ?? self.port, []),
      environment: environment,
      size: size
    )
    try terminal.waitUntil("the shell") { $0.contains("jkeller@") && $0.contains("~$") }
    return terminal
  }

  /// Runs a command as `ssh HOST COMMAND` does: without a terminal.
  func run(_ command: String...) throws -> ProgramUnderTest.Result {
    let (executable, arguments) = Machine.bastion.entering(client([], port, command))
    return try ProgramUnderTest.run(path: executable, arguments: arguments, timeout: .seconds(120))
  }

  private func client(_ options: [String], _ port: UInt16, _ command: [String]) -> [String] {
    let settings = [
      "StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "LogLevel=ERROR", "SendEnv=LANG LC_*",
    ]
    return ["/usr/bin/ssh", "-F", "none", "-i", scratch["user"], "-p", String(port)] + options
      + settings.flatMap { ["-o", $0] } + ["jkeller@127.0.0.1"] + command
  }
}

/// Ports of this machine's loopback address.
enum LoopbackPort {
  /// One that nothing listens on now.
  static func free() throws -> UInt16 {
    let descriptor = listen(on: 0)
    defer { close(descriptor) }
    guard let port = port(of: descriptor) else { throw TestingError("no free port: errno \(errno)") }
    return port
  }

  /// A socket that listens on `port`, or on one that is free; -1 when that cannot be.
  static func listen(on port: UInt16) -> CInt {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    let isListening = withAddress(port) { bind(descriptor, $0, $1) } == 0 && Glibc.listen(descriptor, 8) == 0
    return isListening ? descriptor : -1
  }

  /// The port that a socket is bound to.
  static func port(of descriptor: CInt) -> UInt16? {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    return result == 0 ? UInt16(bigEndian: address.sin_port) : nil
  }

  /// A connection; `nil` when nobody listens.
  static func connect(to port: UInt16) -> CInt? {
    let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    guard withAddress(port, { Glibc.connect(descriptor, $0, $1) }) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func withAddress(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> CInt) -> CInt {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }
}
