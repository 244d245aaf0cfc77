import Glibc

/// The program `appstream-emulator`, the one that ships or the built one, as a process of its own for as long as a test
/// holds it.
package final class EmulatorProcess {
  /// The port of 127.0.0.1 that it listens on.
  package let port: UInt16
  private let program: RunningProgram

  private static let announcement = "listening on http://127.0.0.1:"

  /// Starts it and waits for the line that names its port.
  ///
  /// - Throws: ``TestingError`` with what it said instead.
  package init(_ arguments: [String] = []) throws {
    program = try RunningProgram("appstream-emulator", arguments: arguments, environment: [:])
    // A big seed takes a debug build a while.
    let deadline = ContinuousClock.now + .seconds(120)
    while try !program.output.hasSuffix("\n") {
      guard program.ending() == nil, ContinuousClock.now < deadline else {
        throw TestingError("The emulator names no port: \(try program.output)\(try program.standardError())")
      }
      poll(nil, 0, 2)
    }
    let line = try program.output.dropLast()
    guard line.hasPrefix(Self.announcement), let port = UInt16(line.dropFirst(Self.announcement.count)) else {
      throw TestingError("The emulator said \"\(line)\".")
    }
    self.port = port
  }

  /// Sends it a signal, and waits for its end.
  ///
  /// - Throws: ``TestingError`` when it does not end.
  package func end(_ signal: CInt = SIGTERM) throws -> ProgramEnding {
    program.signal(signal)
    let deadline = ContinuousClock.now + EmulatedTerminal.usualTimeout
    while ContinuousClock.now < deadline {
      if let ending = program.ending() { return ending }
      poll(nil, 0, 2)
    }
    throw TestingError("The emulator goes on after signal \(signal).")
  }
}
