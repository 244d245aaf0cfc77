import Runs

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

/// Something that only `y` by itself says yes to.
struct Question: Sendable, Equatable {
  /// What is asked, with what `y` does.
  var text: String
  /// What is to be done after `y`.
  var agreement: Agreement
  /// What is said when it is not to be done.
  var declined: String

  /// What `y` agrees to.
  enum Agreement: Sendable, Equatable {
    /// Something is to be done; `meanwhile` is said until it is.
    case effects([Effect], meanwhile: String)
    /// Another session is to be opened.
    case session(SessionChoice)
  }
}

/// A file that the console can write.
enum OutputFile: Sendable, Equatable {
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
    case .plan(let plan): "plan-\(plan.fingerprint).json"
    case .receipt(let id): "\(id).csv"
    }
  }

  func effect(path: String, replacing: Bool) -> Effect {
    switch self {
    case .rows(let rows): .writeRows(rows, path: path, replacing: replacing)
    case .plan(let plan): .savePlan(plan, path: path, replacing: replacing)
    case .receipt(let id): .writeReceipt(id, path: path, replacing: replacing)
    }
  }
}

extension String {
  /// The same with a capital letter at the start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
