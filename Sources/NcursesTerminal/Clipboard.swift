import FoundationEssentials

extension NcursesTerminal {
  /// Longest text that is sent to a clipboard; terminals drop longer ones without a word.
  package static var clipboardLimit: Int { 8192 }

  /// Sends `text` to the clipboard of the terminal's user (OSC 52).
  ///
  /// The terminal never says whether it took it; many ask their user, or refuse.
  /// - Returns: Whether it was sent: not if it is longer than ``clipboardLimit`` bytes, nor to a terminal that is not
  ///   known to understand it.
  package mutating func copyToClipboard(_ text: String) -> Bool {
    guard takesClipboard, text.utf8.count <= Self.clipboardLimit else { return false }
    send("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}")
    return true
  }
}
