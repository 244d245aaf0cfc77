/// What was typed before a question cannot be its answer. It is read and not flushed, so that no end of file is lost.
extension AskingModes {
  /// A terminal that sends without end must not hold the program up.
  private static let mostDiscardedReads = 1024

  /// Throws away the lines that were typed, while the terminal still keeps lines: only then an end of file is told as
  /// one.
  ///
  /// - Returns: Whether more can come.
  static func discardLines(at descriptor: Int32) -> Bool {
    for _ in 0..<mostDiscardedReads {
      switch look(at: descriptor) {
      case .bytes: continue
      case .nothing, .resumed: return true
      case .ended: return false
      }
    }
    return true
  }

  /// Throws away what was typed since, after `each` has seen it.
  ///
  /// - Returns: Whether more can come.
  func discardTypedAhead(_ each: ([UInt8]) -> Void) -> Bool {
    for _ in 0..<Self.mostDiscardedReads {
      switch look(within: 0) {
      case .bytes(let bytes):
        guard !endInput(bytes) else { return false }
        each(bytes)
      case .resumed: continue
      case .nothing: return true
      case .ended: return false
      }
    }
    return true
  }
}
