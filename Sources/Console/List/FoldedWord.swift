/// A word that is looked for without regard to case.
struct FoldedWord: Sendable, Equatable {
  private let text: String
  private let bytes: [UInt8]
  private let isASCII: Bool

  init(_ word: some StringProtocol) {
    text = word.lowercased()
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Whether the word occurs anywhere in `other`.
  func occurs(in other: String) -> Bool {
    var other = other
    return other.withUTF8 { occurs(in: $0) }
  }

  /// Whether the word occurs anywhere in the text that consists of these bytes.
  func occurs(in other: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    // An ASCII word occurs only where its bytes do, whatever else the text holds.
    guard isASCII else { return String(decoding: other, as: UTF8.self).lowercased().contains(text) }
    return bytes.withUnsafeBufferPointer { Self.occurs($0, in: other) }
  }

  /// Whether whatever holds this word holds `other` as well.
  func includes(_ other: FoldedWord) -> Bool { text.contains(other.text) }

  private static func occurs(_ word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= word.count else { return false }
    let first = word[0]
    for start in 0...(text.count - word.count) where NameOrder.folded(text[start]) == first {
      var length = 1
      while length < word.count, NameOrder.folded(text[start + length]) == word[length] { length += 1 }
      if length == word.count { return true }
    }
    return false
  }
}
