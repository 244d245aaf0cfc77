/// The form in which domains with letters outside ASCII travel: RFC 3492, with the parameters of RFC 5891.
enum Punycode {
  /// The label in Unicode, for one that begins with `xn--` and can be decoded.
  static func decoded(label: some StringProtocol) -> String? {
    guard label.utf8.starts(with: "xn--".utf8) else { return nil }
    let text = Array(label.utf8.dropFirst(4))
    guard text.allSatisfy({ $0 < 0x80 }), text.count < 64 else { return nil }
    let dash = text.lastIndex(of: UInt8(ascii: "-"))
    var output = (dash.map { text[..<$0] } ?? []).map { UInt32($0) }
    var (codePoint, bias, index) = (UInt32(128), 72, 0)
    var place = dash.map { $0 + 1 } ?? 0
    while place < text.count {
      let before = index
      var (weight, threshold) = (1, 36)
      while true {
        guard place < text.count, let digit = digit(text[place]) else { return nil }
        place += 1
        index += digit * weight
        let limit = threshold <= bias ? 1 : threshold >= bias + 26 ? 26 : threshold - bias
        if digit < limit { break }
        weight *= 36 - limit
        threshold += 36
        // No label of 63 bytes needs as much; more would overflow.
        guard weight < 1 << 40, index < 1 << 40 else { return nil }
      }
      let count = output.count + 1
      bias = adapted(index - before, count, isFirst: before == 0)
      codePoint += UInt32(index / count)
      index %= count
      guard Unicode.Scalar(codePoint) != nil else { return nil }
      output.insert(codePoint, at: index)
      index += 1
    }
    return String(String.UnicodeScalarView(output.compactMap { Unicode.Scalar($0) }))
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  private static func adapted(_ difference: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? difference / 700 : difference / 2
    delta += delta / count
    var offset = 0
    while delta > 455 {
      delta /= 35
      offset += 36
    }
    return offset + 36 * delta / (delta + 38)
  }
}
