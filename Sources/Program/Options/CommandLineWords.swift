import ArgumentParser
import PlainText

/// What somebody typed, held against the words that the program knows, so that a slip gets an answer of its own.
struct CommandLineWords {
  /// A subcommand, and the words of its help.
  struct Command {
    let name: String
    let help: String
    var subcommands: [Command] = []

    /// Its options, with their dashes.
    var options: Set<String> {
      subcommands.reduce(into: Set(help.matches(of: /--[a-z][a-z0-9-]*/).map { String($0.output) })) {
        options,
        command in
        options.formUnion(command.options)
      }
    }

    /// Those that take a value.
    var valuedOptions: Set<String> {
      let own = help.matches(of: /(--[a-z][a-z0-9-]*) </).map { String($0.output.1) }
      return subcommands.reduce(into: Set(own)) { options, command in options.formUnion(command.valuedOptions) }
    }
  }

  private let root: Command
  private let arguments: [String]

  /// Holds `arguments`, without the program's name, against the words of `root`.
  init(_ arguments: [String], _ root: Command) {
    self.arguments = Array(arguments.prefix { $0 != "--" })
    self.root = root
  }

  /// What to say of the first word that the program does not know; `nil` where it knows them all.
  var slip: Line? {
    let (words, options) = parts
    let path = path(of: words)
    let known = root.options
    if let option = options.first(where: { !known.contains($0) && $0 != "--" }) {
      let near = Spelling.nearest(to: option, in: (path.last ?? root).options.sorted())
      let hint: Line = near.map { "Did you mean \($0)?" } ?? "\(help(path)) lists them."
      return "There is no option \(option). \(hint)"
    }
    let place = path.last ?? root
    guard path.count < words.count, !place.subcommands.isEmpty else { return nil }
    let near = Spelling.nearest(to: words[path.count], in: place.subcommands.map(\.name))
    let hint: Line = near.map { "Did you mean \($0)?" } ?? "\(help(path)) lists them."
    return "There is no subcommand \(words[path.count]). \(hint)"
  }

  /// The bare words and the options, without what is given for those that take a value.
  private var parts: (words: [String], options: [String]) {
    var (words, options): ([String], [String]) = ([], [])
    let valued = root.valuedOptions
    var rest = arguments[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        if !word.hasPrefix("-") { words.append(word) }
        continue
      }
      let pieces = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      options.append(pieces[0])
      if pieces.count == 1, valued.contains(word), rest.first?.hasPrefix("--") == false { rest = rest.dropFirst() }
    }
    return (words, options)
  }

  private func path(of words: [String]) -> [Command] {
    var path: [Command] = []
    for word in words {
      guard let next = (path.last ?? root).subcommands.first(where: { $0.name == word }) else { break }
      path.append(next)
    }
    return path
  }

  private func help(_ path: [Command]) -> Line {
    "`\((["appstream-console"] + path.map(\.name) + ["--help"]).joined(separator: " "))`"
  }
}

extension CommandLineWords.Command {
  /// The program's own, from its help.
  static var program: Self {
    command(AppStreamConsole.self, "appstream-console")
  }

  private static func command(_ type: any ParsableCommand.Type, _ name: String) -> Self {
    let shown = type.configuration.subcommands.filter { $0.configuration.shouldDisplay }
    return Self(
      name: name,
      help: AppStreamConsole.helpMessage(for: type),
      subcommands: shown.map { command($0, $0._commandName) }
    )
  }
}
