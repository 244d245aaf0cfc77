import FoundationEssentials
import Glibc
import Screen
import TerminalTesting

/// The file system of a machine like a user's, which `.ci/machines` makes, and in which programs run as on a machine of
/// their own but for network and processes.
struct Machine {
  private let path: String

  /// Where they lie, as the environment variable `TEST_MACHINES` says; `nil` where there are none.
  static let folder = ProcessInfo.processInfo.environment["TEST_MACHINES"]

  /// A Debian 12 on which nothing of this project was installed.
  static let debian = Machine("debian")
  /// The same with the package, users, an SSH server and terminal multiplexers.
  static let bastion = Machine("bastion")

  /// The package that is installed on the bastion.
  static var package: String { "\(bastion.path)/root/appstream-console.deb" }

  private init(_ name: String) {
    path = "\(Self.folder ?? "")/\(name)"
  }

  /// What runs `command` in the machine, as root, in a copy of its file system that is gone with the command.
  ///
  /// - Parameter places: Files and folders of the machine outside that are seen inside, too.
  func entering(_ command: [String], binding places: [String] = []) -> (executable: String, arguments: [String]) {
    let script = "\(#filePath)".replacing("Machine.swift", with: "enter-machine")
    return (script, places.flatMap { ["--bind", $0] } + [path] + command)
  }

  /// Runs a command without a terminal, as root.
  func run(_ command: String..., timeout: Duration = .seconds(120)) throws -> ProgramUnderTest.Result {
    let (executable, arguments) = entering(command)
    return try ProgramUnderTest.run(path: executable, arguments: arguments, timeout: timeout)
  }

  /// Runs a shell script in the login shell of `user`, without a terminal.
  func run(as user: String, _ script: String) throws -> ProgramUnderTest.Result {
    try run("/bin/su", "-", user, "-c", script)
  }

  /// A terminal in which a command runs, as root.
  func terminal(
    _ command: [String],
    environment: [String: String] = [:],
    binding places: [String] = [],
    size: Size = EmulatedTerminal.usualSize
  ) throws -> EmulatedTerminal {
    let (executable, arguments) = entering(command, binding: places)
    return try EmulatedTerminal(executable: executable, arguments: arguments, environment: environment, size: size)
  }
}
