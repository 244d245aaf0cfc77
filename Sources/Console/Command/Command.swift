/// Something that is asked for by its name after `:`.
struct Command: Sendable, Equatable {
  /// What it does.
  enum Action: Sendable, Equatable {
    case export, failed, help, keep, mark, profile, quit, reason, region, runs, sort, stack
  }

  /// The word after `:`.
  let name: String
  /// What comes after the name, such as `FILE`; `nil` where nothing does.
  let argument: String?
  let action: Action
  /// What the help says it does.
  let meaning: String

  /// How it is typed: `stack NAME`.
  var usage: String { argument.map { "\(name) \($0)" } ?? name }

  /// Its line in the help.
  var help: KeyHelp { KeyHelp(typed: ":\(usage)", meaning: meaning) }
}

extension Command {
  /// All there are, by name: what is typed is looked up in it, and completion and the help are drawn from it.
  static let all = [
    Command(
      name: "export",
      argument: "FILE",
      action: .export,
      meaning: "write what is shown to a file, or a run's receipt: JSON where its name ends in .json, else CSV"
    ),
    Command(
      name: "failed",
      argument: nil,
      action: .failed,
      meaning: "show only the rows that failed, were stopped or are unknown; in a run, the next of them"
    ),
    Command(name: "help", argument: nil, action: .help, meaning: "the keys and the commands"),
    Command(
      name: "keep",
      argument: "FILE",
      action: .keep,
      meaning: "let no key mark the people of a list; without a file, keep nobody any more"
    ),
    Command(
      name: "mark",
      argument: "FILE",
      action: .mark,
      meaning: "mark the people of a list, after a report on it; - is for lines typed or pasted"
    ),
    Command(
      name: "profile",
      argument: "NAME",
      action: .profile,
      meaning: "go over to another profile; without a name, say which this is"
    ),
    Command(name: "quit", argument: nil, action: .quit, meaning: "leave; with marks it asks once"),
    Command(
      name: "reason",
      argument: "TEXT",
      action: .reason,
      meaning: "the reason or ticket of the plan that is shown, and of later ones"
    ),
    Command(
      name: "region",
      argument: "NAME",
      action: .region,
      meaning: "go over to another Region; without a name, say which this is"
    ),
    Command(name: "runs", argument: nil, action: .runs, meaning: "the runs: resume, retry, undo"),
    Command(name: "sort", argument: "COLUMN", action: .sort, meaning: "sort by a column; without a name, say by which"),
    Command(
      name: "stack",
      argument: "NAME",
      action: .stack,
      meaning: "show the rows of one stack; without a name, of all"
    ),
  ]
}
