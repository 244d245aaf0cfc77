import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs
import SeededNumbers
import TestSupport

/// What one run of the truth test is about; everything follows from the seed.
struct Scenario: Sendable {
  /// When a run is stopped, counted in its records, and when its time for reading back is over.
  struct Stop: Sendable {
    var after: Int
    var limitAfter: Int?
  }

  /// When a run is paused, counted in its records, and for how long.
  struct Pause: Sendable {
    var after: Int
    var length: Duration
  }

  /// How often a run is taken up at most.
  ///
  /// Every time less goes wrong, and the last times nothing does.
  static let legs = 8

  let seed: UInt64
  let operation: RunOperation
  let entries: [Association]
  let directory: EmulatedDirectory
  let trouble: Trouble
  let rules: EmulatorRules
  /// By leg; no stop, no entry.
  let stops: [Int: Stop]
  let isJournalOnDisk: Bool
  /// By leg; no pause, no entry.
  let pauses: [Int: Pause]
  /// The keys that are found, one after the other; the first are those that the run is planned with.
  let keys: [EmulatorKeys.Key]
  /// Whether STS says whose they are.
  let isSTSSilent: Bool
  /// By leg; after how many looks at the keys others take their place.
  let keyChanges: [Int: Int]
  /// How many reads the service takes in a second; `nil` for any number.
  let readsPerSecond: Double?

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    self.seed = seed
    operation = random.happens(0.85) ? .disassociate : .associate
    readsPerSecond = random.happens(0.08) ? 5 : nil
    entries = readsPerSecond == nil ? Self.entries(&random) : Self.entries(random.number(30...90), on: 30)
    rules = Self.rules(&random)
    trouble = Trouble(&random, entries, isLagging: rules.lag != .none)
    directory = try Self.directory(&random, operation, entries, rules)
    var stops: [Int: Stop] = [:]
    for leg in 0..<3 where random.happens(leg == 0 ? 0.3 : 0.15) {
      let limitAfter = random.happens(0.4) ? random.number(0...6) : nil
      stops[leg] = Stop(after: random.number(1...25), limitAfter: limitAfter)
    }
    self.stops = stops
    isJournalOnDisk = random.happens(0.1)
    var pauses: [Int: Pause] = [:]
    for leg in 0..<3 where random.happens(0.2) {
      pauses[leg] = Pause(after: random.number(1...20), length: random.happens(0.5) ? .seconds(5) : .seconds(90))
    }
    self.pauses = pauses
    let (own, newer, other) = (EmulatorKeys.user, ChangingCredentials.newer, EmulatorKeys.otherAccount)
    keys = random.pick([[own], [own], [own], [own, newer], [own, other], [own, other, newer]])
    isSTSSilent = random.happens(0.3)
    var keyChanges: [Int: Int] = [:]
    for leg in 0..<3 where random.happens(0.3) { keyChanges[leg] = random.number(1...30) }
    self.keyChanges = keyChanges
  }

  /// The account of the keys that the run is planned with.
  var account: String { keys[0].identity.account }

  /// How much of the trouble there is in a leg.
  static func share(inLeg leg: Int) -> Double { [1, 0.7, 0.5, 0.3, 0.1][leg, default: 0] }

  private static func entries(_ random: inout SeededGenerator) -> [Association] {
    let count = random.number(random.pick([1...5, 1...30, 1...30, 20...60, 60...200]))
    let stacks = random.number(1...min(8, count))
    return Self.entries(count, on: stacks)
  }

  private static func entries(_ count: Int, on stacks: Int) -> [Association] {
    (0..<count).map { index in
      Association(stackName: "stack-\(index % stacks)", userName: RunFacts.user(index / stacks))
    }.sorted()
  }

  private static func rules(_ random: inout SeededGenerator) -> EmulatorRules {
    var rules = EmulatorRules()
    rules.notAssociated = random.pick([.silent, .userNameNotFound])
    rules.badItem = random.pick([.itemError, .itemError, .refusesBatch])
    rules.unknownUser = random.pick([.emptyList, .resourceNotFound])
    rules.sendsErrorTypeHeader = random.happens(0.5)
    rules.deletedUserKeepsAssociations = random.happens(0.3)
    rules.associationsPerPageLimit = random.pick([500, 500, 10, 3])
    rules.pageTokens = random.pick([.rows, .offsets])
    rules.lag = random.pick([.none, .none, .none, .reads(random.number(1...3)), .time(.seconds(random.number(1...6)))])
    return rules
  }

  /// Some of what is wanted is so already, and others are on the same stacks, or one of the stacks is not there.
  private static func directory(
    _ random: inout SeededGenerator,
    _ operation: RunOperation,
    _ entries: [Association],
    _ rules: EmulatorRules
  ) throws -> EmulatedDirectory {
    let stacks = Set(entries.map(\.stackName)).sorted()
    let missing = random.happens(0.08) ? stacks.last : nil
    let isFirstPresent = operation == .disassociate
    var present = entries.filter { _ in random.happens(0.04) != isFirstPresent }
    for number in 0..<random.number(0...20) {
      present.append(Association(stackName: random.pick(stacks), userName: "other-\(number)@truth.example"))
    }
    var directory = try EmulatedDirectory.holding(
      present.filter { $0.stackName != missing },
      users: entries.map(\.userName),
      stacks: stacks.filter { $0 != missing },
      rules: rules
    )
    // Who is no longer in the pool may still be on a stack, and cannot be asked for by name.
    if operation == .disassociate, rules.deletedUserKeepsAssociations {
      for name in Set(entries.map(\.userName)).sorted() where random.happens(0.4) {
        try directory.deleteUser(name, .userpool, at: Date(timeIntervalSince1970: 1_767_772_800))
      }
    }
    return directory
  }
}

extension Array {
  fileprivate subscript(index: Int, default value: Element) -> Element {
    indices.contains(index) ? self[index] : value
  }
}
