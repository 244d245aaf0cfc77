/// What the last bytes of a journal tell, without the lines before them.
enum JournalEnd {
  /// So many bytes are looked at; a line that says that a run is finished takes a few hundred.
  static let length = 4096

  /// Whether the last line of a journal that ends with `bytes` says that nothing is left of the run, and proves itself.
  ///
  /// Nobody goes on with such a run, so no line can follow that says otherwise. Whether the lines before are as they
  /// were written is not known: for a list of what waits that makes no difference, and what is sent on a journal's word
  /// is sent once all of it was verified.
  static func isSettled(_ bytes: [UInt8]) -> Bool {
    guard bytes.last == .newline else { return false }
    let end = bytes.dropLast()
    let start = end.lastIndex(of: .newline).map { $0 + 1 } ?? end.startIndex
    guard case .record(.finished(let counts))? = JournalLine(provingItself: Array(end[start...]))?.content else {
      return false
    }
    return counts[.unknown] == 0 && counts[.stopped] == 0
  }
}
