/// Characters that belong to a sequence but not to its grammar, such as the coordinates of a mouse report.
///
/// A coordinate is a byte, or with mode 1005 a character of UTF-8 that may be two.
struct SwallowedBytes: Sendable {
  private var count: Int
  private var isAfterLead = false

  init(_ count: Int) {
    self.count = count
  }

  enum Step {
    case unfinished, finished
    /// The byte cannot belong to it.
    case broken
  }

  mutating func take(_ byte: UInt8) -> Step {
    if isAfterLead, (0x80...0xBF).contains(byte) {
      isAfterLead = false
      return count == 0 ? .finished : .unfinished
    }
    guard count > 0, byte >= 0x20 else { return .broken }
    count -= 1
    isAfterLead = (0xC2...0xDF).contains(byte)
    return count == 0 && !isAfterLead ? .finished : .unfinished
  }
}
