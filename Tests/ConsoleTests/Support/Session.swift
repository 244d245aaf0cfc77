import AWSClientCore
import AppStream
import FoundationEssentials
import Runs
import Screen

@testable import Console

/// A console under test: events go in, effects are kept, frames come out.
struct Session {
  var state: ConsoleState
  /// What the last event asked for.
  var effects: [Effect] = []
  var now = noon
  /// Whether somebody sees at once whatever is drawn.
  var isWatched = true
  /// Whether rows are found at once, however many there are.
  var arrangesAtOnce = true
  /// This moment by both clocks.
  var moment: Moment { Moment(now) }

  init(_ context: ConsoleContext = .sample(), size: Size = .small) {
    state = ConsoleState(context: context, size: size, now: Moment(noon))
  }

  /// A console that has read all of `account`.
  static func reading(
    _ account: SampleAccount = SampleAccount(),
    _ context: ConsoleContext = .sample(),
    size: Size = .small
  ) -> Session {
    var session = Session(context, size: size)
    session.readAll(of: account)
    return session
  }

  /// Starts, and reads all of `account`.
  mutating func readAll(of account: SampleAccount) {
    send(.credentialsFound(.sample(expire: noon.addingTimeInterval(47 * 60), at: noon)))
    send(.started)
    identify(keller)
    readStacks(of: account)
    for stack in account.stackNames { read(stack, of: account) }
    readUsers(account.users)
  }

  mutating func send(_ event: Event) {
    effects = update(&state, event)
    arrange()
    var latest = effects
    while isWatched, let number = latest.lazy.compactMap(\.awaitedSight).first {
      latest = update(&state, .frameSeen(number))
      effects += latest
    }
  }

  /// Finds the rows to show at once, where the console does not find them by itself.
  private mutating func arrange() {
    while arrangesAtOnce, let arrangement = effects.lazy.compactMap(\.arrangement).first {
      effects.removeAll { $0.arrangement != nil }
      if let rows = arrangement.arranged() { effects += update(&state, .arranged(rows)) }
    }
  }

  /// Has STS say whose the present keys are.
  mutating func identify(_ identity: CallerIdentity?) {
    send(.identified(identity, generation: state.gate.generation))
  }

  mutating func readStacks(of account: SampleAccount) {
    send(.estate(.stackListStarted))
    send(.estate(.stacks(account.stackNames.map { Stack(name: $0) })))
    send(.estate(.stackListEnded(nil, at: now)))
  }

  mutating func read(_ stack: String, of account: SampleAccount, failure: ServiceError? = nil) {
    send(.estate(.associationsStarted(stack: stack)))
    send(.estate(.associations(stack: stack, account.associations(of: stack))))
    send(.estate(.associationsEnded(stack: stack, failure, at: now)))
  }

  mutating func readUsers(_ users: [User], failure: ServiceError? = nil) {
    send(.estate(.userListStarted))
    if failure == nil { send(.estate(.users(users))) }
    send(.estate(.userListEnded(failure, at: now)))
  }

  /// Presses keys, each by itself; the effects are those of all of them.
  mutating func press(_ keys: Key...) {
    var all: [Effect] = []
    for key in keys {
      send(.key(KeyPress(key: key, isAlone: true, quiet: .seconds(1)), at: moment))
      all += effects
    }
    effects = all
  }

  /// Types text, a key for every character.
  mutating func type(_ text: String) {
    var all: [Effect] = []
    for character in text {
      press(.character(character))
      all += effects
    }
    effects = all
  }

  /// Types what the plan or the question asks for, and Enter.
  mutating func confirm() {
    guard let phrase = askedPhrase else { return }
    type(phrase)
    press(.enter)
  }

  /// What is asked to be typed.
  var askedPhrase: String? {
    if case .question(let question) = state.prompt { return question.entry.phrase }
    return state.plan?.entry?.phrase
  }

  /// What the last event asked for, but for being told what was seen.
  var deeds: [Effect] {
    effects.filter { if case .terminal(.awaitSight) = $0 { false } else { true } }
  }

  /// What is typed in the line of the prompt that is open.
  var typed: String? { (state.prompt?.screen as? any LinePrompt)?.text }

  var lines: [String] { render(state).lines }
  /// The whole screen as one text.
  var screen: String { lines.joined(separator: "\n") }
  /// The line for messages, over the footer.
  var messageLine: String { lines.dropLast().last ?? "" }

  /// The line with the counts of the run that is shown.
  var progressLine: String { lines[state.runGeometry.progressRow] }
  /// What stands under it: how the run goes, or what there is to know of it afterwards.
  var stateLine: String {
    lines[(state.runGeometry.progressRow + 1)..<state.runGeometry.detailRow].joined(separator: " ")
  }

  /// The rows of the list that are on the screen, from the signs on.
  var rows: [String] {
    let geometry = state.geometry
    let start = geometry.rowsColumns.lowerBound
    return lines[geometry.firstRow..<(geometry.firstRow + geometry.height)].map { String($0.dropFirst(start)) }
      .filter { !$0.isEmpty }
  }
}

extension Effect {
  /// The frame that is to be seen, where that is what it is about.
  fileprivate var awaitedSight: Int? { if case .terminal(.awaitSight(let number)) = self { number } else { nil } }

  /// How rows are to be found, where that is what it is about.
  var arrangement: Arrangement? { if case .task(.arrange(let arrangement)) = self { arrangement } else { nil } }
}

extension ConsoleState {
  /// What the list says became of a row.
  func result(of association: Association) -> RowResult? {
    estate.table.id(of: association).flatMap { results[$0, estate.table] }
  }

  /// How many rows of a stack are marked.
  func marks(on stack: String) -> Int { list.marks.count(on: stack, in: estate.table) }
}
