import SeededNumbers

/// What people write that was meant for something else than the console: sentences, lines for a shell, messages of
/// commits, addresses.
struct StrayWriting {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed)
  }

  /// The next piece, with an Enter after every line.
  mutating func next() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: sentence() + "\n"
    case 1: shellLine() + "\n"
    case 2: commitMessage()
    default: address() + "\n"
    }
  }

  private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

  private mutating func number() -> String { String(Int.random(in: 0...99, using: &random)) }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    (0..<Int.random(in: range, using: &random)).map { _ in
      Int.random(in: 0..<8, using: &random) == 0 ? number() : pick(Self.words)
    }.joined(separator: " ")
  }

  private mutating func sentence() -> String {
    let text = words(3...14)
    let pause = Bool.random(using: &random) ? "" : ", \(words(2...8))"
    return text.prefix(1).uppercased() + text.dropFirst() + pause + pick([".", "?", "!", "...", ""])
  }

  private mutating func shellLine() -> String {
    var line = "\(pick(Self.commands)) \(pick(Self.options)) \(pick(Self.words))"
    if Bool.random(using: &random) {
      line += " \(pick(["|", "&&", ";", ">", "||"])) \(pick(Self.commands)) \(words(1...3))"
    }
    return line
  }

  private mutating func commitMessage() -> String {
    let subject = "\(pick(["Fix", "Add", "Remove", "Undo", "Drop", "Replace", "End"])) \(words(2...6))"
    let body = (0..<Int.random(in: 0...3, using: &random)).map { _ in "- \(words(3...9))\n" }.joined()
    return "\(subject)\n\n\(body)"
  }

  private mutating func address() -> String {
    let name = "\(pick(Self.words)).\(pick(Self.words))\(Bool.random(using: &random) ? number() : "")"
    return "\(name)@\(pick(Self.words)).\(pick(["example", "org", "test"]))"
  }

  /// Words of every day, and those that the console knows as well.
  private static let words = [
    "a", "all", "and", "account", "again", "agree", "any", "are", "as", "ask", "be", "but", "by", "call", "can",
    "check",
    "day", "delete", "do", "done", "down", "drop", "each", "end", "enter", "error", "every", "file", "find", "for",
    "from",
    "get", "go", "good", "have", "help", "her", "him", "how", "if", "in", "is", "it", "job", "keep", "key", "kill",
    "know",
    "last", "leave", "left", "like", "list", "look", "mail", "make", "mark", "marks", "may", "more", "name", "need",
    "new",
    "no", "not", "now", "of", "off", "ok", "on", "one", "open", "or", "our", "out", "over", "people", "plan", "please",
    "quit", "read", "remove", "replace", "retry", "right", "row", "run", "save", "say", "see", "send", "she", "sort",
    "stack", "stacks", "still", "stop", "sure", "take", "tell", "test", "that", "the", "them", "then", "there", "they",
    "this", "time", "to", "two", "undo", "unmark", "up", "us", "use", "user", "users", "very", "wait", "want", "was",
    "we",
    "well", "what", "when", "which", "who", "why", "will", "with", "work", "write", "yes", "you", "your", "zero",
  ]
  private static let commands = [
    "git commit", "git push", "cd /etc", "ls", "cat", "grep", "sudo systemctl restart", "yes", "rm", "kill", "ssh",
    "tail", "vi", "make", "docker run", "aws appstream", "echo", "y", "n", "q", "exit", "dd", "apt-get -y install",
    "ps",
  ]
  private static let options = [
    "-a", "-f", "-la", "-m \"wip\"", "--yes", "-9 815", "/dev/null", "60", "-n 20", "\"y\"", "*", "",
  ]
}
