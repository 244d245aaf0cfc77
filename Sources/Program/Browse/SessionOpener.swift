import AWSClientCore
import AppStream
import Console
import Logging
import Synchronization

/// A session that a console is about, or may come to be.
struct OpenedSession: Sendable {
  let session: Session
  let number: SessionNumber
  /// What it was opened with.
  let options: GlobalOptions
}

/// Opens the sessions that a console is about, one after the other.
struct SessionOpener: Sendable {
  let process: ProcessContext
  let settings: ConsoleSettings
  /// The reason that goes with every plan.
  let reason: String?
  let logger: Logger
  let inbox: LoopInbox

  /// Opens one; what becomes of its credentials arrives in the inbox.
  ///
  /// - Throws: ``CommandFailure`` when there is no profile, Region, endpoint or CA bundle that can be used.
  func open(_ options: GlobalOptions, _ number: SessionNumber, _ asking: Asking) throws -> OpenedSession {
    let session = try Session.open(options, in: process, logger: logger, asking: asking) {
      [inbox] credentials, moment in
      let event = Event.credentialsFound(FoundCredentials(credentials, at: moment))
      inbox.yield(.sessionEvent(event, session: number.value))
    }
    return OpenedSession(session: session, number: number, options: options)
  }

  /// What a console knows of a session from the start.
  func context(of opened: OpenedSession) -> ConsoleContext {
    ConsoleContext(
      session: opened.number.value,
      destination: opened.session.destination,
      regions: AppStreamRegions.known,
      isASCII: opened.options.isASCII || settings.isASCII,
      origin: process.origin(),
      holder: process.holder,
      reason: reason,
      rules: settings.rules(isReadOnly: opened.options.readOnly),
      keys: settings.keys
    )
  }
}

/// Tells the session that a console is about from the ones before it.
///
/// It can change: a session whose credentials turn out to be another account's is a new one for whoever looks at it.
final class SessionNumber: Sendable {
  private let number: Atomic<Int>

  init(_ number: Int) {
    self.number = Atomic(number)
  }

  /// The number now.
  var value: Int {
    get { number.load(ordering: .sequentiallyConsistent) }
    set { number.store(newValue, ordering: .sequentiallyConsistent) }
  }
}
