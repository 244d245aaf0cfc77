import AWSClientCore
import FoundationEssentials
import NetworkTransport
import PlainText
import Runs

/// What the program has of the process that it runs in: handed to each command, so that a test can hand in its own.
struct ProcessContext: Sendable {
  /// The environment variables, with the home directory of the user.
  var environment: ProcessEnvironment
  /// The files of settings.
  var files: any FileReading
  /// The time by this machine's clock.
  var now: @Sendable () -> Date
  /// Who runs it, and from where.
  var origin: @Sendable () -> Origin
  /// How it signs the journals of its runs.
  var holder: RunHolder
  /// By how much this machine's clock is wrong, and who is told.
  var clockNotice: ClockNotice
  /// Reads standard input to its end, once.
  ///
  /// - Throws: ``CommandFailure`` with status 2 when it cannot be read.
  var standardInput: @Sendable () throws -> [UInt8]
  /// Takes results, as standard output does.
  ///
  /// - Throws: ``CommandFailure`` when not all of it could be written.
  var write: @Sendable (String) throws -> Void
  /// How many columns tables may take; `nil` where results do not go to a terminal.
  var tableWidth: @Sendable () -> Int?
  /// Takes a line that a person is meant to read, as standard error does.
  var say: @Sendable (Line) -> Void
  /// Whether somebody can be asked.
  var canAsk: @Sendable () -> Bool
  /// Asks for a phrase, after a line that says what it does; nothing else is a yes.
  var confirms: @Sendable (_ phrase: String, _ lead: Line) -> Bool

  /// The process itself.
  static let live = ProcessContext(
    environment: .ofProcess,
    files: LocalFiles(),
    now: { Date() },
    origin: { .current() },
    holder: .current(),
    clockNotice: ClockNotice(),
    standardInput: InputFile.standardInput,
    write: StandardOutput.write,
    tableWidth: { StandardOutput.terminalWidth },
    say: StandardError.line,
    canAsk: { LinePrompt.isPossible },
    confirms: LinePrompt.confirms
  )

  /// This moment, on both clocks.
  var moment: Moment { Moment(now(), .now) }
}
