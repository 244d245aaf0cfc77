/// Tells the host of a URL from a text that only looks like one.
enum HostText {
  /// Whether `text` is a host name or an IPv4 address, or what stands between the brackets of an IPv6 address.
  ///
  /// A percent sign, a slash or a control character would be read in one way by whoever checks the host and in another
  /// by whoever connects to it (RFC 3986, section 3.2.2, allows them in names). Underscores are no part of host names,
  /// but container networks have them.
  static func isHost(_ text: some StringProtocol, isBracketed: Bool) -> Bool {
    guard !text.isEmpty else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
        UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "."):
        true
      case UInt8(ascii: ":"): isBracketed
      case UInt8(ascii: "g")...UInt8(ascii: "z"), UInt8(ascii: "G")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        !isBracketed
      default: false
      }
    }
  }

  /// Whether `text` is one of the IPv4 addresses that lead to this machine alone, in the one way of writing that all
  /// resolvers read alike.
  static func isLoopbackAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in UInt8(part).flatMap { "\($0)" == part ? $0 : nil } }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
  }
}
