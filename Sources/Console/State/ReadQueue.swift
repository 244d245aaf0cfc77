import AppStream

/// What is being read, and which stacks wait for it.
struct ReadQueue: Sendable, Equatable {
  private(set) var waiting: [String] = []
  private(set) var inFlight: Set<String> = []
  private var lists: Set<AccountList> = []

  /// A list that is read as a whole.
  enum AccountList: Sendable, Hashable {
    case stacks, users
  }

  /// Whether nothing is being read, and nothing waits for it.
  var isIdle: Bool { waiting.isEmpty && inFlight.isEmpty }

  /// Whether something was asked for, or is to be, of which not all has arrived.
  var isPending: Bool { !isIdle || !lists.isEmpty }

  /// Begins to read `list` again, unless that was asked for and has not ended: whoever asks then gets the same answer.
  ///
  /// - Returns: Whether it is to be read.
  mutating func begin(_ list: AccountList) -> Bool { lists.insert(list).inserted }

  /// A list has been read, as far as it could be.
  mutating func ended(_ list: AccountList) {
    lists.remove(list)
  }

  /// Lines up stacks to be read, except those that wait or are being read already.
  mutating func append(_ stacks: some Sequence<String>) {
    var known = Set(waiting).union(inFlight)
    waiting += stacks.filter { known.insert($0).inserted }
  }

  /// Takes as many stacks as may be read now, `preferred` first.
  mutating func takeNext(preferring preferred: String?) -> [String] {
    var taken: [String] = []
    if let preferred, inFlight.count < ReadGate.limit, let place = waiting.firstIndex(of: preferred) {
      taken.append(waiting.remove(at: place))
    }
    let others = min(waiting.count, ReadGate.limit - inFlight.count - taken.count)
    if others > 0 {
      taken += waiting.prefix(others)
      waiting.removeFirst(others)
    }
    inFlight.formUnion(taken)
    return taken
  }

  /// A stack has been read, as far as it could be.
  mutating func ended(_ stack: String) {
    inFlight.remove(stack)
  }

  /// Drops what waits and is no stack any more.
  mutating func keep(_ stacks: Set<String>) {
    waiting.removeAll { !stacks.contains($0) }
  }
}
