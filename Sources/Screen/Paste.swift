/// What has come of a bracketed paste: everything up to `ESC [ 201 ~`.
///
/// A terminal that is asked something meanwhile may answer in the middle of it; its answers are no part of the text.
struct Paste: Sendable {
  static let beginMark = Array("\u{1B}[200~".utf8)
  static let endMark = Array("\u{1B}[201~".utf8)
  /// Longer than any mark or answer.
  private static let longestHeld = 16

  private var bytes: [UInt8] = []
  /// What may be the beginning of the mark, or of an answer.
  private var held: [UInt8] = []
  private var isDiscarded = false

  enum Step: Equatable {
    case unfinished, discarded
    case finished(String)
    /// An answer came in the middle of it, which goes on.
    case report(TerminalReport)
  }

  /// Takes one byte, and gives the pasted text once the byte ends it.
  mutating func take(_ byte: UInt8) -> Step {
    if byte == 0x1B || held.isEmpty {
      keep(held)
      held = byte == 0x1B ? [byte] : []
      if byte != 0x1B { keep([byte]) }
      return .unfinished
    }
    held.append(byte)
    if held == Self.endMark { return isDiscarded ? .discarded : .finished(String(decoding: bytes, as: UTF8.self)) }
    if let report = reportHeld {
      held = []
      return .report(report)
    }
    let isOpen = held.count == 2 ? byte == UInt8(ascii: "[") : (0x30...0x3B).contains(byte)
    if !isOpen || held.count > Self.longestHeld {
      keep(held)
      held = []
    }
    return .unfinished
  }

  /// Drops what has come, and what is still to come up to the end mark.
  mutating func discard() {
    isDiscarded = true
    bytes = []
  }

  /// The answer that is held back, if it is one: of those that are asked for while somebody pastes.
  private var reportHeld: TerminalReport? {
    guard let final = held.last, final == UInt8(ascii: "n") || final == UInt8(ascii: "R") else { return nil }
    var sequence = ControlSequence(.csi)
    var step = ControlSequence.Step.unfinished
    for byte in held.dropFirst(2) { step = sequence.take(byte) }
    switch step {
    case .report(let report) where report == .isReady: return report
    case .report(.cursor(let row, let column)): return .cursor(row: row, column: column)
    default: return nil
    }
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    guard !isDiscarded else { return }
    bytes += more.prefix(KeyDecoder.pasteLimit - bytes.count)
  }
}
