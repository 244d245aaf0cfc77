/// Lets ``limit`` reads through at once; the others wait for their turn, in order.
///
/// The service is shared with everybody else in the account, so a program's lists, checks and read-backs go through one
/// gate. From the first time that the service asks for fewer calls, those that are let through wait for the one limiter
/// of all reads besides, which may then allow far fewer.
public actor ReadGate {
  /// How many reads are on their way at once; whoever has more to ask for takes up no more than so many.
  public static let limit = 8

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Makes a gate through which nothing has gone.
  public init() {
    free = Self.limit
  }

  /// Takes a place, as soon as there is one.
  func enter() async {
    if free > 0 {
      free -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  /// Gives the place to whoever waits longest.
  func leave() {
    if waiting.isEmpty {
      free += 1
    } else {
      waiting.removeFirst().resume()
    }
  }
}

extension Array where Element: Sendable {
  /// What `read` gives for each of these, begun in their order, ``ReadGate/limit`` at a time: those behind the gate are
  /// served as they come, so whoever is to be read first must not stand there among thousands.
  ///
  /// - Returns: The results in the order in which they came.
  package func readEach<Result: Sendable>(_ read: @escaping @Sendable (Element) async -> Result) async -> [Result] {
    await withTaskGroup(of: Result.self) { group in
      var results: [Result] = []
      for (position, element) in enumerated() {
        if position >= ReadGate.limit, let one = await group.next() { results.append(one) }
        group.addTask { await read(element) }
      }
      for await one in group { results.append(one) }
      return results
    }
  }
}
