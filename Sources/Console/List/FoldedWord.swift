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
    if bytes.isEmpty { return true }
    // An ASCII word occurs only where its bytes do, whatever else the text holds.
    guard isASCII else { return other.lowercased().contains(text) }
    let found = other.utf8.withContiguousStorageIfAvailable { occurs(in: $0) }
    return found ?? Array(other.utf8).withUnsafeBufferPointer { occurs(in: $0) }
  }

  private func occurs(in haystack: UnsafeBufferPointer<UInt8>) -> Bool {
    guard haystack.count >= bytes.count else { return false }
    for start in 0...(haystack.count - bytes.count) {
      var length = 0
      while length < bytes.count, NameOrder.folded(haystack[start + length]) == bytes[length] { length += 1 }
      if length == bytes.count { return true }
    }
    return false
  }
}
