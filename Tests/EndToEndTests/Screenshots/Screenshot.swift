import FoundationEssentials
import TerminalTesting

/// Pictures of the real program, drawn when `SCREENSHOTS` names the directory they go to.
enum Screenshot {
  /// The directory; `nil` where none are wanted.
  static var directory: String? { ProcessInfo.processInfo.environment["SCREENSHOTS"] }

  /// Saves what a terminal shows as `name`.svg; without the variable it does nothing.
  ///
  /// - Parameter title: Said to readers who cannot see the drawing.
  static func save(_ screen: ScreenText, as name: String, title: String) throws {
    guard let directory else { return }
    let document = SVGScreenshot(screen, title: title).document
    try Data(document.utf8).write(to: URL(filePath: "\(directory)/\(name).svg"))
  }
}
