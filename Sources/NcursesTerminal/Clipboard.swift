package import Screen

extension NcursesTerminal {
  /// Sends `text` to the clipboard of the terminal's user.
  package mutating func copyToClipboard(_ text: String) -> CopyAnswer {
    // The terminals that mark pastes are those that xterm's other requests can be sent to as well.
    guard held.marksPastes else { return .notKnownToTakeIt }
    guard let request = ClipboardRequest(text) else { return .tooLong }
    send(request.sequence(through: multiplexer))
    return .sent
  }
}
