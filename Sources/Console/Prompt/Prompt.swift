import PlainText
package import Runs

/// Something that is typed or asked in one line over a screen, and takes all keys until it is answered.
enum Prompt: Sendable, Equatable {
  case filter(FilterPrompt)
  case command(CommandPrompt)
  case path(PathPrompt)
  case reason(ReasonPrompt)
  case question(Question)
  case code(CodePrompt)
  case peopleUse(PeopleUsePrompt)
  case peoplePath(PeoplePathPrompt)
  case peopleLines(PeopleLinesPrompt)

  /// How it takes keys and is drawn.
  var screen: any ConsoleScreen {
    switch self {
    case .filter(let prompt): prompt
    case .command(let prompt): prompt
    case .path(let prompt): prompt
    case .reason(let prompt): prompt
    case .question(let prompt): prompt
    case .code(let prompt): prompt
    case .peopleUse(let prompt): prompt
    case .peoplePath(let prompt): prompt
    case .peopleLines(let prompt): prompt
    }
  }
}

extension ConsoleState {
  /// Closes a prompt without doing what it is about.
  ///
  /// - Parameter sentence: What is said of it.
  mutating func closePrompt(_ sentence: Line) -> [Effect] {
    prompt = nil
    message = .done(sentence)
    runRequest = nil
    return []
  }

  /// Whether something is being typed, which a question must not take the keys of.
  var isTyping: Bool { prompt != nil || plan?.typed.isEmpty == false }
}

/// A file that the console can write.
package enum OutputFile: Sendable, Equatable {
  case rows(ShownRows)
  case plan(Plan)
  case receipt(RunID)
  case people(PeopleNotTaken)

  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .rows: "rows"
    case .plan: "plan"
    case .receipt: "receipt"
    case .people: "people not taken"
    }
  }

  /// A name in the current directory; plans and runs each have their own.
  var proposedPath: String {
    switch self {
    case .rows: "associations.csv"
    case .plan(let plan): "plan-\(plan.number).json"
    case .receipt(let id): "\(id).csv"
    case .people: "not-taken.csv"
    }
  }
}

extension String {
  /// The same with a capital letter at the start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// How many Unicode scalars a prompt holds at most.
///
/// No more than somebody can mean: a paste may be of any length, and every key would cost as much as all before it.
enum TypedText {
  /// A path or a command with all its names.
  static let longest = 1024
  /// The words of a filter, which is applied with every key.
  static let longestFilter = 200
}
