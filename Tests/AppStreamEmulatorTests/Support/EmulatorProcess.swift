import FoundationEssentials
import Glibc

/// The built `appstream-emulator`, running as a process of its own.
final class EmulatorProcess: Sendable {
  /// What went wrong with the process, not with the service.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How it ended, and what it said.
  struct Ending: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The port it listens on.
  let port: UInt16
  private let pid: pid_t
  private let output: Int32

  /// Starts it and waits for the line that names the port.
  init(_ arguments: [String]) throws {
    let (pid, output, errors) = try Self.spawn(arguments)
    close(errors)
    self.pid = pid
    self.output = output
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while read(output, &byte, 1) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("listening on http://127.0.0.1:"), let port = UInt16(text.split(separator: ":").last ?? "")
    else {
      kill(pid, SIGKILL)
      throw Failure(description: "the emulator said \"\(text)\"")
    }
    self.port = port
  }

  /// Sends a signal and waits for the end; the exit status, or `nil` when a signal ended it.
  func end(_ signal: Int32 = SIGTERM) -> Int32? {
    kill(pid, signal)
    close(output)
    return Self.wait(pid)
  }

  /// Runs it to its end.
  static func run(_ arguments: [String]) throws -> Ending {
    let (pid, output, errors) = try spawn(arguments)
    let said = (readAll(output), readAll(errors))
    return Ending(status: wait(pid) ?? -1, output: said.0, errors: said.1)
  }

  private static func wait(_ pid: pid_t) -> Int32? {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(60)
    while waitpid(pid, &status, WNOHANG) != pid {
      // One that does not end must not keep the tests from it.
      if ContinuousClock.now > deadline { kill(pid, SIGKILL) }
      poll(nil, 0, 2)
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }

  private static func readAll(_ descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    close(descriptor)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func spawn(_ arguments: [String]) throws -> (pid: pid_t, output: Int32, errors: Int32) {
    var output: [Int32] = [0, 0]
    var errors: [Int32] = [0, 0]
    guard pipe(&output) == 0, pipe(&errors) == 0 else { throw Failure(description: "no pipe") }
    // Another emulator that is started meanwhile must not hold this one's pipes open.
    for descriptor in output + errors { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errors[1], 2)
    var argv = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var environment = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for variable in environment { free(variable) } }
    var pid: pid_t = 0
    let result = posix_spawn(&pid, executable, &actions, nil, &argv, &environment)
    close(output[1])
    close(errors[1])
    guard result == 0 else { throw Failure(description: "\(executable): \(String(cString: strerror(result)))") }
    return (pid, output[0], errors[0])
  }

  /// It is the one that ships, in the folder that `PROGRAMS_UNDER_TEST` names, or else built beside the tests.
  private static var executable: String {
    if let folder = getenv("PROGRAMS_UNDER_TEST") { return String(cString: folder) + "/appstream-emulator" }
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/appstream-emulator"
  }
}
