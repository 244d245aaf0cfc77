import PlainText

/// An option that was given twice with different values, the first of which would be lost without a word.
struct RepeatedOption: Equatable {
  /// The option, with its dashes.
  let name: String

  /// Options that say on what or why something is done; how a result looks may be said anew.
  static let singles: Set<String> = [
    "--profile", "--region", "--endpoint-url", "--ca-bundle", "--column", "--plan-out", "--plan-sha256", "--reason",
    "--since", "--until", "--account", "--older-than", "--at-most", "--valid-for",
  ]

  /// One that was found.
  init(name: String) {
    self.name = name
  }

  /// Finds the first such option among `arguments`, the command line without the program's name.
  init?(in arguments: [String]) {
    var seen: [String: String] = [:]
    var rest = arguments.prefix { $0 != "--" }
    while let word = rest.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let name = parts.first, Self.singles.contains(name) else { continue }
      guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { continue }
      if let first = seen.updateValue(value, forKey: name), first != value {
        self.name = name
        return
      }
    }
    return nil
  }

  /// The sentence that a person reads.
  var failure: CommandFailure { .unsent(.usage, "\(name) was given twice, and only one can be meant.") }
}
