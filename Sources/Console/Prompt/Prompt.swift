package import Runs
import Screen

/// Something that is asked in one line over a screen, and takes all keys until it is answered.
enum Prompt: Sendable, Equatable {
  /// A command, as far as it was typed after `:`.
  case command(String)
  case path(PathPrompt)
  case question(Question)
  case code(CodePrompt)
}

/// Where a file is to be written.
struct PathPrompt: Sendable, Equatable {
  /// What was typed, or proposed and not edited.
  var text: String
  let file: OutputFile

  init(_ file: OutputFile) {
    self.file = file
    text = file.proposedPath
  }

  /// What is asked.
  var label: String { "\(file.name.capitalizedFirst) to: " }
}

/// Something that is done only after a word was typed for it.
struct Question: Sendable, Equatable {
  /// What is asked, and what a yes does.
  let text: String
  /// What is typed.
  var entry: PhraseEntry
  /// What is to be done then.
  let consequence: Consequence
  /// What is said when it is not to be done.
  let declined: String
  /// What was wrong with the last key.
  var remark: String?

  init(_ text: String, phrase: String, _ consequence: Consequence, declined: String) {
    self.text = text
    entry = PhraseEntry(phrase)
    self.consequence = consequence
    self.declined = declined
  }

  /// What a yes leads to.
  enum Consequence: Sendable, Equatable {
    /// Something is to be done; `meanwhile` is said until it is.
    case effects([Effect], meanwhile: String)
    /// Another session is to be opened.
    case session(SessionChoice)
  }
}

/// A file that the console can write.
package enum OutputFile: Sendable, Equatable {
  case rows(ShownRows)
  case plan(Plan)
  case receipt(RunID)

  /// What it is called in a sentence.
  var name: String {
    switch self {
    case .rows: "rows"
    case .plan: "plan"
    case .receipt: "receipt"
    }
  }

  /// A name in the current directory; plans and runs each have their own.
  var proposedPath: String {
    switch self {
    case .rows: "associations.csv"
    case .plan(let plan): "plan-\(plan.number).json"
    case .receipt(let id): "\(id).csv"
    }
  }
}

extension String {
  /// The same with a capital letter at the start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// What is typed in a prompt holds no more than somebody can mean: a paste may be of any length, and every key would
/// cost as much as all before it.
enum TypedText {
  /// A path or a command with all its names.
  static let longest = 1024
  /// The words of a filter, which is applied with every key.
  static let longestFilter = 200
}

extension String {
  /// The same with the first line of `more` behind it, cut to `limit` characters.
  func typing(_ more: String, upTo limit: Int = TypedText.longest) -> String {
    let line = more.prefix { !$0.isNewline }.prefix(limit)
    return String((self + line).prefix(limit))
  }
}
