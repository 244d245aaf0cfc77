import FoundationEssentials
import Logging
import Synchronization

/// Keeps credentials while they are good, and has newer ones before they end.
///
/// Many calls that want credentials at the same time make one search. A search that fails is not kept: the next call
/// searches anew. ``CredentialLife`` decides; this class performs.
public final class RenewingCredentials: CredentialProvider {
  /// Finds credentials.
  public typealias Search = @Sendable (CredentialSearch) async throws(CredentialError) -> Credentials

  private typealias Outcome = Result<Credentials, CredentialError>

  private struct State {
    var life: CredentialLife?
    var isSearching = false
    var nextWaiter = 0
    var waiters: [Int: CheckedContinuation<Outcome, Never>] = [:]
  }

  /// What a caller that wants newer credentials does.
  private enum Step {
    case answer(Outcome)
    case search
    case wait
  }

  private let search: Search
  private let found: @Sendable (Credentials) -> Void
  private let now: @Sendable () -> Date
  private let logger: Logger
  private let state = Mutex(State())

  /// Makes a provider that has not searched yet.
  ///
  /// - Parameters:
  ///   - context: Gives the time and the log.
  ///   - found: Is told of what each successful search has found, before anything is signed with it.
  ///   - search: Finds credentials anew.
  public init(
    _ context: CallContext,
    found: @escaping @Sendable (Credentials) -> Void = { _ in },
    search: @escaping Search
  ) {
    self.search = search
    self.found = found
    now = { context.serviceClock.time }
    logger = context.logger
  }

  /// Credentials that are good now.
  ///
  /// - Throws: ``CredentialError`` of the search, when there are none that could be used without it.
  public func credentials() async throws(CredentialError) -> Credentials {
    let (life, isSearching) = state.withLock { ($0.life, $0.isSearching) }
    guard let life else { return try await newer().get() }
    switch life.decision(at: now()) {
    case .use:
      return life.credentials
    case .tryToRenew:
      // Others need not wait for the one who tries.
      if isSearching { return life.credentials }
      return (try? await newer().get()) ?? life.credentials
    case .renew:
      return try await newer().get()
    }
  }

  /// Marks `credentials`, if they are still the ones that are kept: the next call searches for others.
  public func refused(_ credentials: Credentials) {
    state.withLock { state in
      if state.life?.credentials.accessKeyID == credentials.accessKeyID { state.life?.isRefused = true }
    }
  }

  /// The outcome of the search that is on, or of a new one.
  ///
  /// A caller that is cancelled stops waiting. The search goes on, for it may be a person who is typing a code, and the
  /// next caller has its outcome.
  private func newer() async -> Outcome {
    let waiter = state.withLock { state in
      defer { state.nextWaiter += 1 }
      return state.nextWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let date = now()
        let step = state.withLock { state -> Step in
          if Task.isCancelled { return .answer(.failure(.cancelled)) }
          // A search may have ended since the caller looked; a person must not be asked twice.
          if let life = state.life, life.decision(at: date) == .use { return .answer(.success(life.credentials)) }
          state.waiters[waiter] = continuation
          defer { state.isSearching = true }
          return state.isSearching ? .wait : .search
        }
        switch step {
        case .answer(let outcome): continuation.resume(returning: outcome)
        case .search: Task { await self.performSearch() }
        case .wait: break
        }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume(returning: .failure(.cancelled))
    }
  }

  private func performSearch() async {
    let old = state.withLock(\.life)
    let outcome: Outcome
    do throws(CredentialError) {
      let found = try await search(
        CredentialSearch(
          refusing: old?.isRefused == true ? old?.credentials.accessKeyID : nil,
          mayAskPerson: old?.decision(at: now()) != .tryToRenew
        )
      )
      if let end = found.expiration, end <= now() { throw .ended(at: end) }
      outcome = .success(found)
    } catch {
      logger.warning("no newer credentials", metadata: ["reason": "\(error)"])
      outcome = .failure(error)
    }
    if case .success(let credentials) = outcome { found(credentials) }
    let date = now()
    let waiters = state.withLock { state in
      switch outcome {
      case .success(let found): state.life = CredentialLife(found, asked: date)
      // Only a try that was not needed is put off; one that was is made again by the next call.
      case .failure: if state.life?.decision(at: date) == .tryToRenew { state.life?.asked = date }
      }
      state.isSearching = false
      defer { state.waiters = [:] }
      return state.waiters
    }
    for waiter in waiters.values { waiter.resume(returning: outcome) }
  }
}
