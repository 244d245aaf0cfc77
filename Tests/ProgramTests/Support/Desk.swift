import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Logging
import PlainText
import Runs
import TestSupport

@testable import Program

/// A process in which everything is given: time, environment, files, and a person who types what the test says.
struct Desk: Sendable {
  static let moment = Date(timeIntervalSince1970: 1_795_000_000)

  let files: MemoryFiles
  let written = Log<String>()
  let said = Log<String>()
  let asked = Log<String>()
  /// Takes the phrase that is asked for, and says whether it was typed; nobody is there where it is `nil`.
  var person: (@Sendable (String) -> Bool)?
  /// How many columns the terminal has that results go to; `nil` where they go into a pipe.
  var tableWidth: Int?
  /// What is on standard input.
  var input = ""
  var variables: [String: String] = ["HOME": "/home/jkeller"]

  init(files: [String: String] = [:], person: (@Sendable (String) -> Bool)? = nil) {
    self.files = MemoryFiles(files)
    self.person = person
  }

  var process: ProcessContext {
    let (written, said, asked, person, tableWidth) = (written, said, asked, person, tableWidth)
    return ProcessContext(
      environment: ProcessEnvironment(variables: variables),
      files: files,
      now: { Self.moment },
      origin: {
        Origin(
          loginName: "jkeller",
          userID: 1004,
          loginUserID: 1004,
          sudoUser: nil,
          host: "bastion-2",
          sshConnection: nil,
          version: "1.0"
        )
      },
      holder: RunHolder(processID: 4711, host: "bastion-2", version: "1.0"),
      clockNotice: ClockNotice(),
      standardInput: { [input] in Array(input.utf8) },
      write: { written.append($0) },
      tableWidth: { tableWidth },
      say: { said.append($0.text) },
      canAsk: { person != nil },
      confirms: { phrase, _ in
        asked.append(phrase)
        return person?(phrase) ?? false
      }
    )
  }

  /// A session with a service of `stacks` stacks and `users` users, each of them on each.
  func session(
    _ seed: Seed,
    faults: [Fault] = [],
    journals: any JournalStore = MemoryJournals()
  ) -> Session {
    session(with: service(seed, faults: faults), journals: journals)
  }

  /// A session with `service`.
  func session(with service: EmulatedService, journals: any JournalStore = MemoryJournals()) -> Session {
    var connection = Connection.demo(process, Logger(label: "none") { _ in SwiftLogNoOpLogHandler() })
    connection.transport = service
    return connection.session(journals)
  }

  /// A service that holds what `seed` says.
  func service(_ seed: Seed, faults: [Fault] = []) -> EmulatedService {
    EmulatedService(
      seed: seed,
      faults: faults,
      context: EmulatorContext(now: { Self.moment }, clock: ContinuousClock())
    )
  }

  /// What was said, as one text.
  var transcript: String { said.elements.joined(separator: "\n") }
}

extension Seed {
  /// Two stacks with two people, both on both.
  static let square: Seed = {
    do { return try Seed(parsing: "2x2x4") } catch { preconditionFailure("\(error)") }
  }()
}

/// Everything in ``Seed/square``.
let square = ["stack-0001", "stack-0002"].flatMap { stack in
  ["user-000001@load.example", "user-000002@load.example"].map { Association(stackName: stack, userName: $0) }
}

extension Log<String> {
  var text: String { elements.joined() }
}
