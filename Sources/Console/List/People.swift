import AppStream
import PlainText

/// The users behind the rows: on how many stacks each is, and whose names a person may take for one another.
struct People: Sendable, Equatable {
  private var stackCounts: [ExactText: Int] = [:]
  private var poolNames: Set<ExactText> = []
  /// Which of their names a person may take for one another, as of when that was last looked for.
  private(set) var lookAlikes = LookAlikes([])
  private var isOutdated = false
  /// How many users there were when look-alikes were last looked for.
  private var settledCount = 0

  /// On how many stacks that were read `user` is.
  func stackCount(of user: String) -> Int { stackCounts[ExactText(user)] ?? 0 }

  /// The other users whose names look like `user`: they differ in case, or in how Unicode writes the same letters.
  func lookAlikes(of user: String) -> [String] { lookAlikes.others(like: user) }

  /// A stack that had `earlier` now has `later`.
  mutating func replace(
    _ earlier: some Sequence<UserStackAssociation>,
    with later: some Sequence<UserStackAssociation>
  ) {
    for row in earlier {
      let name = ExactText(row.userName)
      let left = (stackCounts[name] ?? 0) - 1
      stackCounts[name] = left > 0 ? left : nil
      isOutdated = isOutdated || left <= 0
    }
    for row in later {
      let name = ExactText(row.userName)
      let before = stackCounts[name] ?? 0
      stackCounts[name] = before + 1
      isOutdated = isOutdated || before == 0
    }
  }

  /// The user pool has these users, on stacks or not.
  mutating func setPool(_ names: some Sequence<String>) {
    poolNames = Set(names.map { ExactText($0) })
    isOutdated = true
  }

  /// Looks for look-alikes anew, if names came or went and it `isDue` or there are an eighth more than the last time.
  mutating func settle(isDue: Bool) {
    guard isOutdated, isDue || stackCounts.count * 8 > settledCount * 9 else { return }
    isOutdated = false
    settledCount = stackCounts.count
    lookAlikes = LookAlikes(poolNames.union(stackCounts.keys).map(\.text))
  }
}
