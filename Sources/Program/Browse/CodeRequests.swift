import Console
import PlainText
import Synchronization

/// Codes of MFA devices that are asked for on the screen, each until it is answered.
final class CodeRequests: Sendable {
  private struct Waiter {
    var session: Int
    var continuation: CheckedContinuation<Secret?, Never>
  }

  private struct State {
    var asked = 0
    var waiters: [Int: Waiter] = [:]
    /// Whether there is no screen any more.
    var isOver = false
  }

  private let state = Mutex(State())
  private let inbox: LoopInbox

  init(_ inbox: LoopInbox) {
    self.inbox = inbox
  }

  /// Asks on the screen, for the session of this number.
  func method(_ number: SessionNumber) -> Asking.Method {
    Asking.Method(mfaCode: { await self.code(of: $0, session: number.value) }, letsProgramsAsk: false)
  }

  /// Hands over the answer to a request; one that was answered before is left alone.
  func answer(_ request: CodeRequest, _ code: Secret?) {
    state.withLock { $0.waiters.removeValue(forKey: request.id) }?.continuation.resume(returning: code)
  }

  /// Gives no code to whatever asks for a session.
  func giveUp(session: Int) {
    giveUp { $0.session == session }
  }

  /// Gives no code to anybody from now on.
  func end() {
    state.withLock { $0.isOver = true }
    giveUp { _ in true }
  }

  private func giveUp(where isGivenUp: (Waiter) -> Bool) {
    let waiters = state.withLock { state in
      let given = state.waiters.filter { isGivenUp($0.value) }
      for id in given.keys { state.waiters[id] = nil }
      return given
    }
    for waiter in waiters.values { waiter.continuation.resume(returning: nil) }
  }

  private func code(of serial: String, session: Int) async -> Secret? {
    await withCheckedContinuation { continuation in
      let id = state.withLock { state -> Int? in
        guard !state.isOver else { return nil }
        state.asked += 1
        state.waiters[state.asked] = Waiter(session: session, continuation: continuation)
        return state.asked
      }
      guard let id else { return continuation.resume(returning: nil) }
      inbox.yield(.event(.codeNeeded(CodeRequest(id: id, serial: serial, session: session))))
    }
  }
}
