import AWSClientCore
import AppStream

/// Looks for entries of one stack in the service.
struct StackReadBack: Sendable {
  let client: AppStreamClient
  /// Random numbers from 0 up to 1, for spreading waits.
  let spread: @Sendable () -> Double
  /// Waits for as long as it is told, or says `false` when the run has ended meanwhile.
  let pause: @Sendable (Duration) async -> Bool
  /// Whether no call may be begun for now.
  let isPutOff: @Sendable () -> Bool

  /// One for a run that `control` may hold; nobody where that is `nil`.
  init(_ runner: Runner, _ control: RunControl?) {
    client = runner.client
    spread = runner.spread
    pause = runner.slept
    isPutOff = { control.map { $0.isPaused && $0.reason == nil } ?? false }
  }

  /// What a read of entries came to.
  enum Response: Sendable {
    /// The whole stack was read, in so many calls; these are there.
    case stack(there: Set<Association>, calls: Int)
    /// These are there and these are not; the others, or all, could not be seen, and why not.
    case single(there: Set<Association>, gone: Set<Association>, ServiceError? = nil)
    /// The service does not accept the credentials.
    case credentialsRefused(ServiceError)
    /// The run is paused; nothing is told of what was seen before.
    case putOff
  }

  /// Reads the entries of `order`, in as few calls as can be: the whole stack, or one entry at a time.
  ///
  /// A service that asks for fewer calls is asked again after a wait: being slowed is no reason not to know.
  ///
  /// - Parameter stackCalls: How many calls a reading of the whole stack takes, as far as that is known.
  func read(_ order: ReadOrder, _ entries: [Association], stackCalls: Int?) async -> Response {
    let stack = StackAssociations(of: order.stack, client)
    let wanted = order.entries.map { entries[$0] }
    let isSingle = Self.isCheaperSingly(wanted, stackCalls: stackCalls ?? 1)
    var pace = Pace()
    var (there, gone): (Set<Association>, Set<Association>) = ([], [])
    while true {
      do throws(ServiceError) {
        if isPutOff() { return .putOff }
        guard isSingle else {
          let read = try await stack.read(provingGone: order.unexplained.map { entries[$0] })
          return .stack(there: read.there, calls: read.calls)
        }
        // Those that were seen before a call was throttled need not be asked for again.
        for one in wanted where !there.contains(one) && !gone.contains(one) {
          if isPutOff() { return .putOff }
          if try await stack.read(one).there.contains(one) { there.insert(one) } else { gone.insert(one) }
        }
        return .single(there: there, gone: gone)
      } catch {
        switch error {
        case .refused(let refusal) where refusal.kind == .throttled:
          guard await pause(pace.throttled(spread: spread())) else { return .single(there: there, gone: gone, error) }
        case .refused(let refusal) where refusal.kind == .credentialsRefused:
          return .credentialsRefused(error)
        case .credentials:
          return .credentialsRefused(error)
        default:
          return .single(there: there, gone: gone, error)
        }
      }
    }
  }

  /// One call an entry, or as many as the stack has pages; of two equal ways, the one with the smaller answer.
  ///
  /// Only users of the user pool can be asked for by name (DescribeUserStackAssociations, `AuthenticationType`).
  static func isCheaperSingly(_ wanted: [Association], stackCalls: Int) -> Bool {
    (wanted.count == 1 || wanted.count < stackCalls) && wanted.allSatisfy { $0.authenticationType == .userpool }
  }
}

extension StackReadBack.Response {
  /// What it means for the entries of `order`.
  func record(of order: ReadOrder, _ entries: [Association]) -> RunRecord {
    let isThere: (Association) -> Bool?
    switch self {
    case .stack(let there, _): isThere = { there.contains($0) }
    case .single(let there, let gone, _): isThere = { there.contains($0) ? true : gone.contains($0) ? false : nil }
    case .credentialsRefused, .putOff: isThere = { _ in nil }
    }
    let unreadable = order.entries.filter { isThere(entries[$0]) == nil }
    return .observed(
      stack: order.stack,
      present: order.entries.filter { isThere(entries[$0]) == true },
      gone: order.entries.filter { isThere(entries[$0]) == false },
      unreadable: unreadable,
      failure: unreadable.isEmpty ? nil : failure.map { EntryError(code: $0.code, message: $0.description) }
    )
  }

  /// Why not all of them could be seen.
  private var failure: ServiceError? {
    switch self {
    case .stack, .putOff: nil
    case .single(_, _, let error): error
    case .credentialsRefused(let error): error
    }
  }
}
