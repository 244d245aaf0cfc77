import Screen

/// A screen that stands on the others, with its own state.
protocol StackedScreen: ConsoleScreen {
  static var layer: ScreenLayer { get }

  /// Whether the screen below is still seen around what this one says.
  static var isTransparent: Bool { get }

  /// Whether Ctrl-C is about this one even where others lie over it.
  var isInterruptedFirst: Bool { get }

  /// Takes what was done with the mouse on it, which confirms nothing and types nothing.
  ///
  /// - Returns: What is to be done about it.
  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect]

  /// Keeps what it shows inside its window, after a change of the screen.
  func fit(_ console: inout ConsoleState)

  /// What can be written to a file of what it shows; `nil` with the reason in the message line.
  func output(_ console: inout ConsoleState) -> OutputFile?
}

extension StackedScreen {
  static var isTransparent: Bool { false }
  var isInterruptedFirst: Bool { false }

  func takesText(_ key: Key) -> Bool { false }
  func digits(in console: ConsoleState) -> DigitUse { .countOrStrayText }
  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] { [] }
  func fit(_ console: inout ConsoleState) {}
  func output(_ console: inout ConsoleState) -> OutputFile? { nil }

  func interrupt(_ console: inout ConsoleState) -> [Effect] {
    take(KeyPress(key: .character("q"), isAlone: true), in: &console)
  }
}

/// How near to the reader a screen is: it lies over all of a lower layer, however long those have been open.
///
/// So nothing covers a run in progress but what has to be decided or read at once, and what arrives while something is
/// being read waits under it.
enum ScreenLayer: Int, Sendable, Comparable {
  /// The list of rows, which everything lies over.
  case list
  /// What is opened from it: each over those that were opened before.
  case page
  case run
  /// What is to be confirmed, or left.
  case plan
  /// What is read and closed again.
  case details
  /// What has to be awaited before anything else can be done.
  case waiting
  /// The help, which is of all the others.
  case help

  static func < (one: ScreenLayer, other: ScreenLayer) -> Bool { one.rawValue < other.rawValue }
}
