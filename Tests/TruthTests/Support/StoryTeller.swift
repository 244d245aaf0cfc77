import AWSClientCore
import AppStream
import AppStreamEmulator
import PlainText
import Runs

/// Reads the story of each entry out of the exchanges and the service's record of what it applied.
///
/// It knows how the service's answers are written and nothing of how runs go.
struct StoryTeller {
  private(set) var stories: [Association: EntryStory]
  private let exchanges: [WireExchange]
  private let changes: [AppliedChange]
  private let keepsAssociations: Bool
  /// What the pages up to the one with this token have shown, and where the first of them was read.
  private var pages: [String: (shown: [Association: Int], begin: Int)] = [:]
  /// Stacks that a read could not find and that may yet be looked for in the list of stacks; with whether somebody has
  /// tried to, and failed.
  private var missing: [String: Bool] = [:]
  /// How many lists of stacks are asked for on their account, at most.
  private var listsAwaited = 0
  /// What the last reading of a whole stack has shown.
  private var readings: [String: Set<Association>] = [:]
  private var told = 0
  /// The leg of the last call that was not late.
  private var leg = 0
  private var isOfCheck = true
  /// The position of the last call of each leg that was not late.
  private var lastPositions: [Int: Int] = [:]

  init(_ scenario: Scenario, _ record: TroubledService.Record) {
    let directory = scenario.directory
    stories = Dictionary(
      uniqueKeysWithValues: scenario.entries.map { ($0, EntryStory(isThere: directory.contains($0))) }
    )
    keepsAssociations = scenario.rules.deletedUserKeepsAssociations
    exchanges = record.exchanges
    changes = record.changes
    for (position, exchange) in exchanges.enumerated() {
      // A call of a leg that was given up may arrive when the run has gone on: nobody waits for it any more.
      let isLate = exchange.leg < leg
      tell(changesUpTo: exchange.changes.lowerBound, position)
      tell(changesUpTo: exchange.changes.upperBound, position, isLate: isLate)
      guard !isLate else {
        if exchange.isWrite { tell(write: exchange, lastPositions[exchange.leg] ?? 0) }
        continue
      }
      // Nobody goes on with what a check, or the run before it was taken up again, has begun to ask.
      if (exchange.leg, exchange.isOfCheck) != (leg, isOfCheck) { forgetMissing() }
      (leg, isOfCheck) = (exchange.leg, exchange.isOfCheck)
      lastPositions[leg] = position
      if exchange.isWrite { tell(write: exchange, position) } else { tell(read: exchange, position) }
    }
    tell(changesUpTo: changes.count, exchanges.count)
  }

  private mutating func tell(changesUpTo end: Int, _ position: Int, isLate: Bool = false) {
    for applied in changes[told..<max(told, end)] {
      let change = applied.change
      let isMeddling = isLate || applied.accessKeyID == Meddler.key.accessKeyID
      for entry in stories.keys {
        guard change.stackName.map({ $0 == entry.stackName }) ?? true else { continue }
        guard change.userName.map({ $0 == entry.userName }) ?? true else { continue }
        if applied.operation == "DeleteUser", keepsAssociations { continue }
        let isThere = applied.operation == "BatchAssociateUserStack"
        stories[entry]?.isThere = isThere
        if isMeddling { stories[entry]?.meddlings.append(.init(position: position, isThere: isThere)) }
      }
    }
    told = max(told, end)
  }

  private mutating func tell(write exchange: WireExchange, _ position: Int) {
    for entry in exchange.associations {
      guard let answer = Self.answer(of: exchange, to: entry) else { continue }
      let sends = stories[entry]?.sends ?? []
      let place = sends.firstIndex { $0.leg > exchange.leg } ?? sends.endIndex
      stories[entry]?.sends.insert(.init(position: position, leg: exchange.leg, answer: answer), at: place)
    }
  }

  private static func answer(of exchange: WireExchange, to entry: Association) -> EntryStory.Answer? {
    if let errors = exchange.errors {
      let own = errors.filter {
        $0["UserStackAssociation"]?["StackName"]?.text == entry.stackName
          && $0["UserStackAssociation"]?["UserName"]?.text == entry.userName
      }
      return own.isEmpty ? .clean : .errors(own.map { $0["ErrorCode"]?.text ?? "" })
    }
    guard let code = exchange.code, (400..<500).contains(exchange.status) else { return .lost }
    switch code {
    case "ThrottlingException", "ExpiredTokenException": return nil
    case "AccessDeniedException":
      return .refused(code: code, isAlone: Set(exchange.associations.map(\.stackName)).count == 1)
    default: return .refused(code: code, isAlone: exchange.associations.count == 1)
    }
  }

  private mutating func tell(read exchange: WireExchange, _ position: Int) {
    if exchange.operation == "DescribeStacks" { return tell(listOfStacks: exchange, position) }
    guard let stack = exchange.input?["StackName"]?.text else { return }
    let user = exchange.input?["UserName"]?.text
    guard let list = exchange.list("UserStackAssociations") else {
      if exchange.code == "ResourceNotFoundException" {
        missing[stack] = false
        listsAwaited += 1
      }
      return notSeen(stack, position)
    }
    var (shown, begin) = exchange.input?["NextToken"]?.text.flatMap { pages[$0] } ?? ([:], position)
    for element in list {
      guard let name = element["StackName"]?.text, let user = element["UserName"]?.text else { continue }
      shown[Association(stackName: name, userName: user)] = position
    }
    if let token = exchange.answer?["NextToken"]?.text {
      pages[token] = (shown, begin)
    } else {
      let all = Set(shown.keys)
      let isOfPages = user == nil && exchange.input?["NextToken"]?.text != nil && readings[stack] != all
      if user == nil { readings[stack] = all }
      let concerned = stories.keys.filter { $0.stackName == stack && (user == nil || $0.userName == user) }
      for entry in concerned {
        let isThere = shown[entry] != nil
        let begin = shown[entry] ?? begin
        saw(entry, isThere: isThere, exchange, position, since: begin, isOfPages: isOfPages && !isThere)
      }
    }
  }

  /// Takes in an answer to the question which stacks there are; no call says on which stack's account it is asked.
  private mutating func tell(listOfStacks exchange: WireExchange, _ position: Int) {
    if let name = exchange.namedStack {
      guard exchange.isOfMissingStack else { return }
      missing[name] = nil
      for entry in stories.keys where entry.stackName == name {
        saw(entry, isThere: false, exchange, position, since: position)
      }
      return
    }
    guard let list = exchange.list("Stacks") else {
      // It may be asked for again, for the same stack or for another one that was not found.
      missing = missing.mapValues { _ in true }
      return
    }
    // A stack may be on none of several pages and be there: whoever misses it asks for it by its name.
    guard exchange.answer?["NextToken"]?.text == nil else { return }
    if exchange.input?["NextToken"]?.text == nil {
      let names = Set(list.compactMap { $0["Name"]?.text })
      for (stack, isDoubtful) in missing where !names.contains(stack) {
        for entry in stories.keys where entry.stackName == stack {
          let isDoubtful = isDoubtful || missing.count > 1
          saw(entry, isThere: false, exchange, position, since: position, isDoubtful: isDoubtful)
        }
      }
    }
    listsAwaited -= 1
    if listsAwaited <= 0 { forgetMissing() }
  }

  private mutating func forgetMissing() {
    (missing, listsAwaited) = ([:], 0)
  }

  private mutating func saw(
    _ entry: Association,
    isThere: Bool,
    _ exchange: WireExchange,
    _ position: Int,
    since begin: Int,
    isOfPages: Bool = false,
    isDoubtful: Bool = false
  ) {
    guard let isThereInTruth = stories[entry]?.isThere else { return }
    stories[entry]?.sightings.append(
      .init(
        position: position,
        begin: begin,
        leg: exchange.leg,
        isThere: isThere,
        isThereInTruth: isThereInTruth,
        isOfPages: isOfPages,
        isDoubtful: isDoubtful
      )
    )
  }

  /// Whoever asks for several entries of a stack gives up all of them when one cannot be seen.
  private mutating func notSeen(_ stack: String, _ position: Int) {
    for entry in stories.keys where entry.stackName == stack { stories[entry]?.failedReads.append(position) }
  }
}
