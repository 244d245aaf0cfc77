import AWSClientCore
import AppStream
import Console
import NcursesTerminal
import Runs

/// What an administrator or an operator set for the program, in the syntax of AWS's own config file.
///
/// Which settings there are, ``ConsoleSetting`` says; beside them `[account ID]` and `[stack NAME]` take `protected`,
/// and `[keys]` the names of actions.
struct ConsoleSettings: Sendable, Equatable {
  /// What may be sent, and how deliberately it is confirmed.
  private(set) var rules = Rules()
  /// Whether each run leaves a line in the machine's log.
  var logsToSyslog = false
  /// Whether screens are drawn with ASCII only.
  var isASCII = false
  /// What the console is drawn in, where that is set.
  var theme: Theme?
  /// Whether the console takes the mouse.
  var takesMouse = false
  /// Whether a run's end rings the terminal's bell.
  var ringsBell = false
  /// Whether the terminal's window gets a title.
  var setsTitle = false
  /// What keys do in the console.
  private(set) var keys = KeyTables.standard
  /// The keys that actions have in place of the standard ones, by the actions' names.
  private var keyChanges: [String: KeyChange] = [:]

  /// The rules of a process that was asked to be read-only or not.
  func rules(isReadOnly: Bool) -> Rules {
    var rules = rules
    if isReadOnly { rules.readOnly = .option }
    return rules
  }

  /// Adds what `file` sets.
  ///
  /// Whatever says what may be sent makes the program stricter and nothing takes back, so a user's file can only add to
  /// the administrator's; how the console looks and is used is up to the user. A key that this version does not know is
  /// an error: nobody should rely on a protection that a spelling mistake switched off.
  ///
  /// For the same reason a key may not come twice, and a section has to name what there can be and say something about
  /// it.
  ///
  /// - Throws: ``ConsoleSettingsError`` for a section, key or value that is none of these.
  mutating func add(_ file: ConfigFile) throws(ConsoleSettingsError) {
    for section in file.sections {
      let words = section.words ?? []
      if let entry = section.repetitions.first?.later {
        throw ConsoleSettingsError(path: file.path, line: entry.line, problem: .repeated(entry.key))
      }
      switch (words.first, words.count) {
      case ("console", 1):
        for entry in section.entries { try set(entry, file.path) }
      case ("keys", 1): try setKeys(section, file.path)
      case ("account", 2):
        guard words[1].utf8.count == 12, words[1].utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else {
          throw ConsoleSettingsError(path: file.path, line: section.line, problem: .notAccount(words[1]))
        }
        if try isProtected(section, file.path) { rules.protectedAccounts.insert(words[1]) }
      case ("stack", 2):
        do throws(StackNameError) { try StackName.validate(words[1]) } catch {
          throw ConsoleSettingsError(path: file.path, line: section.line, problem: .notStack(words[1]))
        }
        if try isProtected(section, file.path) { rules.protectedStacks.insert(words[1]) }
      default:
        throw ConsoleSettingsError(path: file.path, line: section.line, problem: .unknownSection(section.name))
      }
    }
  }

  /// Gives actions other keys; those of an earlier file hold as long as this one says nothing of them.
  private mutating func setKeys(_ section: ConfigFile.Section, _ path: String) throws(ConsoleSettingsError) {
    for entry in section.entries {
      do throws(KeyChangeError) { keyChanges[entry.key] = try KeyChange(of: entry.key, to: entry.text) } catch {
        throw ConsoleSettingsError(path: path, line: entry.line, problem: .key(error))
      }
    }
    do throws(KeyChangeError) { keys = try KeyTables(keyChanges) } catch {
      var line = section.line
      // Until this section there was no conflict, so that one of its lines made it.
      if case .conflict(let conflict) = error {
        line = section.entries.last { conflict.concerns($0.key) }?.line ?? line
      }
      throw ConsoleSettingsError(path: path, line: line, problem: .key(error))
    }
  }

  private mutating func set(_ entry: ConfigFile.Entry, _ path: String) throws(ConsoleSettingsError) {
    guard let setting = ConsoleSetting(rawValue: entry.key) else {
      throw ConsoleSettingsError(path: path, line: entry.line, problem: .unknownKey(entry.key))
    }
    switch setting {
    case .readOnly: if try boolean(entry, path) { rules.readOnly = .settings }
    case .requireReason: rules.requiresReason = try boolean(entry, path) || rules.requiresReason
    case .atMost: rules.atMost = Self.stricter(rules.atMost, try number(entry, in: 1...Int.max, path))
    case .atMostPercent: rules.atMostPercent = Self.stricter(rules.atMostPercent, try number(entry, in: 1...100, path))
    case .planValid: rules.planValidity = Self.stricter(rules.planValidity, try validity(entry, path))
    case .syslog: logsToSyslog = try boolean(entry, path) || logsToSyslog
    case .ascii: isASCII = try boolean(entry, path) || isASCII
    case .theme: theme = try choice(entry, path)
    case .mouse: takesMouse = try boolean(entry, path)
    case .bell: ringsBell = try boolean(entry, path)
    case .title: setsTitle = try boolean(entry, path)
    }
  }

  /// The stricter of two bounds, the first of which may not be set.
  private static func stricter<Value: Comparable>(_ earlier: Value?, _ value: Value) -> Value {
    min(earlier ?? value, value)
  }

  private func number(
    _ entry: ConfigFile.Entry,
    in range: ClosedRange<Int>,
    _ path: String
  ) throws(ConsoleSettingsError) -> Int {
    guard let number = Int(wholeNumber: entry.text), range.contains(number) else {
      throw ConsoleSettingsError(path: path, line: entry.line, problem: .notNumber(entry.key, in: range))
    }
    return number
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ entry: ConfigFile.Entry,
    _ path: String
  ) throws(ConsoleSettingsError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: entry.text) else {
      let choices = Value.allCases.map(\.rawValue)
      throw ConsoleSettingsError(path: path, line: entry.line, problem: .notChoice(entry.key, of: choices))
    }
    return value
  }

  private func validity(_ entry: ConfigFile.Entry, _ path: String) throws(ConsoleSettingsError) -> PlanValidity {
    guard let validity = PlanValidity(entry.text) else {
      throw ConsoleSettingsError(path: path, line: entry.line, problem: .notValidity(entry.key))
    }
    return validity
  }

  private func isProtected(_ section: ConfigFile.Section, _ path: String) throws(ConsoleSettingsError) -> Bool {
    guard !section.entries.isEmpty else {
      throw ConsoleSettingsError(path: path, line: section.line, problem: .empty(section.name))
    }
    var isProtected = false
    for entry in section.entries {
      guard entry.key == "protected" else {
        throw ConsoleSettingsError(path: path, line: entry.line, problem: .unknownKey(entry.key))
      }
      isProtected = try boolean(entry, path)
    }
    return isProtected
  }

  private func boolean(_ entry: ConfigFile.Entry, _ path: String) throws(ConsoleSettingsError) -> Bool {
    switch entry.text.lowercased() {
    case "true": true
    case "false": false
    default: throw ConsoleSettingsError(path: path, line: entry.line, problem: .notBoolean(entry.key))
    }
  }
}

/// Why a settings file cannot be used.
struct ConsoleSettingsError: Error, Equatable, CustomStringConvertible {
  enum Problem: Equatable {
    case unknownSection(String)
    case unknownKey(String)
    case notBoolean(String)
    case notNumber(String, in: ClosedRange<Int>)
    case notValidity(String)
    case notChoice(String, of: [String])
    case repeated(String)
    case notAccount(String)
    case notStack(String)
    case empty(String)
    case key(KeyChangeError)
  }

  var path: String
  var line: Int
  var problem: Problem

  var description: String {
    let reason =
      switch problem {
      case .unknownSection(let name):
        "[\(name)] is not a section of it: use [console], [keys], [account ID] or [stack NAME]"
      case .unknownKey(let key): "this version has no setting \(key) there"
      case .notBoolean(let key): "\(key) must be true or false"
      case .notNumber(let key, let range):
        "\(key) must be a whole number, "
          + (range.upperBound == .max ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)")
      case .notValidity(let key): "\(key) must be minutes, hours or days, such as 90m, 36h or 7d, and 366 days at most"
      case .notChoice(let key, let choices): "\(key) must be one of \(choices.joined(separator: ", "))"
      case .repeated(let key): "\(key) is set twice in this section"
      case .notAccount(let name): "\(name) is no account: its number has 12 digits, and nothing between them"
      case .notStack(let name): "\(name) cannot be the name of a stack, and stands for no others either"
      case .key(let error): "\(error)"
      case .empty(let name): "[\(name)] says nothing: write protected = true below it"
      }
    return "Line \(line) of \(path) cannot be used: \(reason). Correct that line."
  }
}
