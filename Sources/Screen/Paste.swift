/// What has come of a bracketed paste: everything up to `ESC [ 201 ~`.
struct Paste: Sendable {
  static let beginMark = Array("\u{1B}[200~".utf8)
  static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  private var matched = 0
  private var isDiscarded = false

  /// Takes one byte, and gives the pasted text once the byte ends it.
  mutating func take(_ byte: UInt8) -> Step {
    if byte == Self.endMark[matched] {
      matched += 1
      guard matched == Self.endMark.count else { return .unfinished }
      return isDiscarded ? .discarded : .finished(String(decoding: bytes, as: UTF8.self))
    }
    keep(Self.endMark.prefix(matched))
    matched = byte == Self.endMark[0] ? 1 : 0
    if matched == 0 { keep([byte]) }
    return .unfinished
  }

  enum Step: Equatable {
    case unfinished, discarded
    case finished(String)
  }

  /// Drops what has come, and what is still to come up to the end mark.
  mutating func discard() {
    isDiscarded = true
    bytes = []
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    guard !isDiscarded else { return }
    bytes += more.prefix(KeyDecoder.pasteLimit - bytes.count)
  }
}
