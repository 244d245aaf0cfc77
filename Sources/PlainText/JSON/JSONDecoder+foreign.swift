package import FoundationEssentials

/// Why JSON from elsewhere is not decoded: its values are nested deeper than any service nests them.
package struct JSONTooDeep: Error, Equatable {}

extension JSONDecoder {
  /// The deepest nesting that is read; what AWS's services answer has less than ten levels.
  private static let deepest = 32

  /// Decodes JSON that a service, a program or a file gives.
  ///
  /// A decoder's time grows with the square of the depth, and faster where types are tried one after the other, so what
  /// is nested too deep is not decoded at all. Half of a surrogate pair, which JSON can say and text cannot hold, is
  /// replaced by its mark, such as `<U+D800>`: one name like that must not hide a whole list.
  ///
  /// - Throws: ``JSONTooDeep``, or `DecodingError` when it is no JSON, or JSON of another shape.
  package func decodeForeign<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try decode(type, from: Self.repaired(data))
  }

  /// The same for bytes.
  package func decodeForeign<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try decodeForeign(type, from: Data(bytes))
  }

  private static func repaired(_ data: Data) throws -> Data {
    let halves = try data.withUnsafeBytes { try scan($0) }
    guard !halves.isEmpty else { return data }
    var repaired = Data()
    var end = data.startIndex
    for offset in halves {
      let escape = data.startIndex + offset
      let digits = String(decoding: data[(escape + 2)..<(escape + 6)], as: UTF8.self).uppercased()
      repaired += data[end..<escape] + Data("<U+\(digits)>".utf8)
      end = escape + 6
    }
    return repaired + data[end...]
  }

  /// Where halves of surrogate pairs are escaped.
  private static func scan(_ bytes: UnsafeRawBufferPointer) throws(JSONTooDeep) -> [Int] {
    var halves: [Int] = []
    var depth = 0
    var isInString = false
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isInString.toggle()
      case UInt8(ascii: "\\") where isInString:
        let length = escape(at: index, in: bytes)
        if length == 6, isHalf(at: index, in: bytes) { halves.append(index) }
        index += length - 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        guard !isInString else { break }
        depth += 1
        if depth > deepest { throw JSONTooDeep() }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): if !isInString { depth -= 1 }
      default: break
      }
      index += 1
    }
    return halves
  }

  /// How many bytes the escape at `index` has: 2, 6 for a code unit, or 12 for two that make one character.
  private static func escape(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    guard let unit = codeUnit(at: index, in: bytes) else { return 2 }
    let isPair = UTF16.isLeadSurrogate(unit) && codeUnit(at: index + 6, in: bytes).map(UTF16.isTrailSurrogate) == true
    return isPair ? 12 : 6
  }

  private static func isHalf(at index: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
    codeUnit(at: index, in: bytes).map { UTF16.isSurrogate($0) } == true
  }

  /// The number in the escape `\uXXXX` at `index`.
  private static func codeUnit(at index: Int, in bytes: UnsafeRawBufferPointer) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    return UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }
}
