import Dispatch
import Glibc
import PlainText
import Synchronization

/// Who asks the person for what credentials need, such as a code of an MFA device.
///
/// It is the terminal, until a screen is drawn there; whoever draws it then asks by another method, or not at all.
final class Asking: Sendable {
  /// How a person is asked.
  struct Method: Sendable {
    /// Asks for the code that the device of this serial number shows; `nil` when nobody answers.
    var mfaCode: @Sendable (_ serial: String) async -> Secret?
    /// Whether the program of `credential_process` may ask at the terminal.
    var letsProgramsAsk: Bool

    /// Below what is on the terminal, without showing what is typed.
    static let terminal = Method(
      mfaCode: { serial in
        let wish = Wish()
        return await withTaskCancellationHandler {
          // A thread of its own, since reading a line blocks for as long as the person takes.
          await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
              let question = "MFA code for \(serial): "
              continuation.resume(returning: TerminalPrompt.secret(question) { wish.isGivenUp })
            }
          }
        } onCancel: {
          wish.giveUp()
        }
      },
      letsProgramsAsk: hasTerminal
    )
    /// Not at all.
    static let nobody = Method(mfaCode: { _ in nil }, letsProgramsAsk: false)
  }

  /// Whether this process has a terminal at which anybody could be asked; a job of cron's has none.
  private static let hasTerminal: Bool = {
    let descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }()

  private let method: Mutex<Method>

  /// Asks by `method` until it is told otherwise.
  init(_ method: Method = .terminal) {
    self.method = Mutex(method)
  }

  /// Asks by another method from now on.
  func use(_ method: Method) {
    self.method.withLock { $0 = method }
  }

  /// Asks for the code that the device of this serial number shows.
  func mfaCode(_ serial: String) async -> Secret? {
    await method.withLock(\.mfaCode)(serial)
  }

  /// Whether the program of `credential_process` may ask at the terminal.
  var letsProgramsAsk: Bool { method.withLock(\.letsProgramsAsk) }
}

/// Whether somebody still wants an answer.
private final class Wish: Sendable {
  private let state = Mutex(false)

  var isGivenUp: Bool { state.withLock { $0 } }

  func giveUp() {
    state.withLock { $0 = true }
  }
}
