import FoundationEssentials

/// Text for the clipboard of the terminal's user, as terminals take it (ctlseqs, "Manipulate Selection Data", OSC 52).
///
/// In base64 nothing in the text can end the sequence, or begin another.
struct ClipboardRequest: Equatable, Sendable {
  /// The longest text, in bytes.
  static let longest = 8192

  private let plain: String

  /// - Returns: `nil` for a text that is longer than ``longest``.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest else { return nil }
    plain = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}"
  }

  /// What is written, so that `multiplexer` hands it on.
  func sequence(through multiplexer: Multiplexer?) -> String {
    switch multiplexer {
    case nil: plain
    // By its settings tmux takes the one (`set-clipboard on`), hands on the other (`allow-passthrough on`, before 3.3
    // always), or drops both; it says nothing of it.
    case .tmux: plain + "\u{1B}Ptmux;\(plain.replacing("\u{1B}", with: "\u{1B}\u{1B}"))\u{1B}\\"
    case .screen: chunks.map { "\u{1B}P\($0)\u{1B}\\" }.joined()
    }
  }

  /// Parts that screen takes, whose strings had 256 bytes at most before 4.2.
  private var chunks: [Substring] {
    stride(from: 0, to: plain.utf8.count, by: Self.longestChunk).map { start in
      plain.dropFirst(start).prefix(Self.longestChunk)
    }
  }

  private static let longestChunk = 240
}
