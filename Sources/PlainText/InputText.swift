/// Turns the bytes of a file that a person hands over into text.
///
/// UTF-8 with or without a byte order mark, as editors and Excel's "CSV UTF-8" write it, and UTF-16 of either byte
/// order, as Windows PowerShell's `Out-File` and Excel's "Unicode Text" write it. UTF-16 without a mark is taken for
/// it where the zero bytes of its first character and of all others leave no doubt.
public enum InputText {
  /// The text, without the byte order mark.
  ///
  /// - Throws: ``InputTextError`` with the line of the first byte that is not text.
  public static func decode(_ bytes: [UInt8]) throws(InputTextError) -> String {
    switch Encoding(of: bytes) {
    case .utf8(let markLength):
      try utf8(bytes, from: markLength)
    case .utf16(let markLength, let isBigEndian):
      try utf16(bytes, from: markLength, isBigEndian: isBigEndian)
    }
  }

  /// Whether `bytes` are UTF-16 of either byte order.
  package static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard case .utf16 = Encoding(of: bytes) else { return false }
    return true
  }

  private enum Encoding {
    case utf8(markLength: Int)
    case utf16(markLength: Int, isBigEndian: Bool)

    init(of bytes: [UInt8]) {
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        self = .utf8(markLength: 3)
      } else if bytes.starts(with: [0xFF, 0xFE]) {
        self = .utf16(markLength: 2, isBigEndian: false)
      } else if bytes.starts(with: [0xFE, 0xFF]) {
        self = .utf16(markLength: 2, isBigEndian: true)
      } else if let isBigEndian = Self.byteOrderShownByZeros(bytes) {
        self = .utf16(markLength: 0, isBigEndian: isBigEndian)
      } else {
        self = .utf8(markLength: 0)
      }
    }

    private static func byteOrderShownByZeros(_ bytes: [UInt8]) -> Bool? {
      guard bytes.count >= 2, bytes.count.isMultiple(of: 2), (bytes[0] == 0) != (bytes[1] == 0) else { return nil }
      let highByte = bytes[0] == 0 ? 0 : 1
      let lowBytesAreSet = stride(from: 1 - highByte, to: bytes.count, by: 2).allSatisfy { bytes[$0] != 0 }
      return lowBytesAreSet ? highByte == 0 : nil
    }
  }

  private static func utf8(_ bytes: [UInt8], from start: Int) throws(InputTextError) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(start...)))
    } catch {
      let before = String(decoding: bytes[start..<(start + error.byteOffsets.lowerBound)], as: UTF8.self)
      throw InputTextError(encoding: "UTF-8", line: before.lineCount)
    }
  }

  private static func utf16(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) throws(InputTextError) -> String {
    let units = stride(from: start, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    let isCut = !(bytes.count - start).isMultiple(of: 2)
    if !isCut, let text = String(validating: units, as: UTF16.self) { return text }
    let good = units.prefix(units.lengthOfValidText)
    throw InputTextError(encoding: "UTF-16", line: String(decoding: good, as: UTF16.self).lineCount)
  }
}

/// Why bytes are not text.
public struct InputTextError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The encoding that the bytes were taken for.
  public var encoding: String
  /// The line with the first byte that does not fit it, counted from 1.
  public var line: Int

  /// Makes an error.
  public init(encoding: String, line: Int) {
    self.encoding = encoding
    self.line = line
  }

  /// The sentence that a person reads.
  public var description: String {
    "Line \(line) is not \(encoding) text. Save the file as UTF-8."
  }
}

extension [UInt16] {
  /// How many code units come before the first surrogate that has no partner.
  fileprivate var lengthOfValidText: Int {
    var place = 0
    while place < count {
      if UTF16.isTrailSurrogate(self[place]) { return place }
      guard UTF16.isLeadSurrogate(self[place]) else {
        place += 1
        continue
      }
      guard place + 1 < count, UTF16.isTrailSurrogate(self[place + 1]) else { return place }
      place += 2
    }
    return place
  }
}

extension String {
  /// The number of lines, counting what follows the last line end as one, empty or not.
  fileprivate var lineCount: Int {
    // A character of Swift's is CRLF as a whole.
    1 + count { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }
}
