/// Finds which run a journal's plan follows without reading more than the plan, and without taking it apart.
enum FollowedRun {
  /// How much is read at once.
  static let chunk = 1 << 16

  /// What stands before the run's name, from the end of the entries on.
  ///
  /// Quotes in texts are escaped, so nothing but the member is written like this.
  private static let name = Array("],\"follows\":\"".utf8)
  private static let length = name.count + RunID.length

  /// The run that the plan in the first line follows; `nil` where it follows none.
  ///
  /// - Parameter read: Gives the bytes at a range of the journal, as many of them as there are.
  static func find<Failure: Error>(_ read: (Range<Int>) throws(Failure) -> [UInt8]) throws(Failure) -> RunID? {
    var (end, rest) = (0, [UInt8]())
    while true {
      let bytes = try read(end..<end + chunk)
      end += bytes.count
      let line = bytes.firstIndex(of: .newline).map { bytes[..<$0] } ?? bytes[...]
      // What was read before may have ended in the middle of it.
      rest = rest.suffix(length - 1) + line
      if let place = place(in: rest), place + RunID.length <= rest.count {
        return RunID(String(decoding: rest[place..<place + RunID.length], as: UTF8.self))
      }
      if line.count < bytes.count || bytes.count < chunk { return nil }
    }
  }

  /// Where the name begins behind ``name``.
  private static func place(in bytes: [UInt8]) -> Int? {
    var rest = bytes[...]
    // A bracket is rare in names, so that little else is looked at twice.
    while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
      rest = rest[bracket...]
      if rest.starts(with: name) { return bracket + name.count }
      rest = rest.dropFirst()
    }
    return nil
  }
}
