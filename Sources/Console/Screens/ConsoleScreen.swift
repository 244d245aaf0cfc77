import Screen

/// A screen of the console, or a prompt over one: what it shows, what keys do on it, and what it is called.
///
/// A screen is lent the whole console, in which it finds what others know, and itself. What changes of it while it
/// takes a key changes there.
protocol ConsoleScreen: Sendable, Equatable {
  static var kind: ScreenKind { get }
  /// What the help calls it.
  static var title: String { get }
  /// What its keys do, in words.
  static func keyHelp(_ keys: KeyTables) -> [KeyHelp]

  /// What is asked here, and takes keys for its answer only after it has been seen.
  var asked: Asked? { get }
  /// Whether all that is asked for has been typed.
  var isAnswerTyped: Bool { get }

  /// Whether `key` would be text here, so that it may come in a burst.
  func takesText(_ key: Key) -> Bool

  /// What becomes of a digit here.
  func digits(in console: ConsoleState) -> DigitUse

  /// Takes a key.
  ///
  /// - Returns: What is to be done about it.
  func take(_ press: KeyPress, in console: inout ConsoleState) -> [Effect]

  /// Takes Ctrl-C.
  ///
  /// - Returns: What is to be done about it.
  func interrupt(_ console: inout ConsoleState) -> [Effect]

  func draw(_ console: ConsoleState, on frame: inout Frame)
}

/// What becomes of a digit that is typed.
enum DigitUse: Sendable, Equatable {
  /// It is text, as all keys are that type.
  case text
  /// It says how often the movement after it is made.
  case count
  /// The same, unless it begins a text that answers nothing, whose letters must not run as commands.
  case countOrStrayText
}

extension ConsoleScreen {
  var asked: Asked? { nil }
  var isAnswerTyped: Bool { false }

  func isEqual(to other: any ConsoleScreen) -> Bool { other as? Self == self }
}
