import FoundationEssentials
import TerminalTesting

/// Pictures of the real program for the README, drawn when `SCREENSHOTS` names the directory they go to.
enum Screenshot {
  /// Saves what a terminal shows as `name`.svg; without the variable it does nothing.
  static func save(_ screen: ScreenText, as name: String) throws {
    guard let directory = ProcessInfo.processInfo.environment["SCREENSHOTS"] else { return }
    let document = SVGScreenshot(screen, title: "appstream-console").document
    try Data(document.utf8).write(to: URL(filePath: "\(directory)/\(name).svg"))
  }
}
