import Algorithms
import PlainText

/// What was typed after `:`, taken apart.
struct CommandText: Sendable, Equatable {
  /// The command's name, as far as it was typed.
  let name: String
  /// What follows the name, without blanks around it.
  let argument: String
  /// Whether a blank after the name says that it is whole.
  let isNameEnded: Bool

  init(_ text: String) {
    let typed = text.drop(while: \.isWhitespace)
    let end = typed.firstIndex(where: \.isWhitespace)
    name = typed[..<(end ?? typed.endIndex)].lowercased()
    argument = end.map { String(typed[$0...].trimming(while: \.isWhitespace)) } ?? ""
    isNameEnded = end != nil
  }

  /// The commands that may be meant, as long as the name is typed.
  var candidates: [Command] {
    if let command = Command.all.first(where: { $0.name == name }) { return [command] }
    return Command.all.filter { $0.name.hasPrefix(name) }
  }

  /// The one command that is meant: the beginning of a name is enough where no other begins so.
  var command: Command? {
    !name.isEmpty && candidates.count == 1 ? candidates[0] : nil
  }

  /// Why no command is meant.
  var refusal: Line {
    let names = candidates.map(\.name).joined(separator: ", ")
    return candidates.isEmpty
      ? "There is no command \"\(name)\"; \(Command.all.map(\.name).joined(separator: ", ")) are there."
      : "\"\(name)\" is the beginning of more than one command: \(names)."
  }

  /// The names that what follows the command may be the beginning of; `nil` where no name is to follow, or not yet.
  func arguments(of names: CommandNames) -> [String]? {
    guard isNameEnded, let command else { return nil }
    return names.of(command.action)?.filter { $0.hasPrefix(argument) }
  }

  /// The text with as much added as can only be meant so.
  func completed(_ names: CommandNames) -> String {
    guard let command else { return candidates.map(\.name).commonPrefix ?? name }
    guard isNameEnded else { return command.name + (command.argument == nil ? "" : " ") }
    let whole = arguments(of: names)?.commonPrefix ?? argument
    return "\(command.name) \(whole)"
  }
}

extension [String] {
  /// The longest beginning that all of them have; `nil` of none.
  fileprivate var commonPrefix: String? {
    guard var prefix = first.map({ Substring($0) }) else { return nil }
    for text in dropFirst() {
      while !text.hasPrefix(prefix) { prefix.removeLast() }
    }
    return String(prefix)
  }
}

/// The names that commands are about, for completion.
struct CommandNames: Sendable, Equatable {
  /// The stacks that were read.
  var stacks: [String] = []
  /// The profiles in AWS's files.
  var profiles: [String] = []
  /// The Regions where the service is known to be.
  var regions: [String] = []
  /// The columns of the list.
  var columns: [String] = []

  /// The names that may follow a command; `nil` where what follows is no name.
  func of(_ action: Command.Action) -> [String]? {
    switch action {
    case .stack: stacks
    case .profile: profiles
    case .region: regions
    case .sort: columns
    case .export, .failed, .help, .keep, .mark, .quit, .reason, .runs: nil
    }
  }
}
