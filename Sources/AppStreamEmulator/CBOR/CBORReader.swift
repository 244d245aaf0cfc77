import AWSClientCore
import PlainText

/// Reads one data item of CBOR (RFC 8949) as the JSON value that has the same meaning.
///
/// None of the packages that this project can have reads CBOR, and a reader for what AWS's clients send is this file.
/// Byte strings, keys that are no texts, and numbers that JSON does not know have no such value and are refused, as is
/// whatever is nested deeper than any request of a service's.
struct CBORReader {
  private var rest: ArraySlice<UInt8>

  /// The value of `bytes`, which hold one item and nothing else.
  ///
  /// - Throws: ``CBORError`` when they do not, or it has no value in JSON.
  static func value(_ bytes: [UInt8]) throws(CBORError) -> JSONValue {
    var reader = CBORReader(rest: bytes[...])
    let value = try reader.item(depth: 0)
    guard reader.rest.isEmpty else { throw CBORError(reason: "something follows the first item") }
    return value
  }

  /// The first three bits of an item (section 3.1).
  private enum Kind: UInt8 {
    case unsigned, negative, bytes, text, array, map, tag, simple
  }

  private static let largestDepth = 32

  private mutating func item(depth: Int) throws(CBORError) -> JSONValue {
    guard depth < Self.largestDepth else { throw CBORError(reason: "it is nested too deep") }
    let head = try byte()
    // Two cases of eight cannot be missing from three bits.
    guard let kind = Kind(rawValue: head >> 5) else { throw CBORError(reason: "no such kind of item") }
    let low = head & 0x1F
    switch kind {
    case .unsigned: return Self.number(try argument(low))
    case .negative: return Self.negative(try argument(low))
    case .bytes: throw CBORError(reason: "a byte string where no member has one")
    case .text: return .string(try text(low))
    case .array: return .array(try array(low, depth))
    case .map: return .object(try map(low, depth))
    case .tag:
      // What a tag says of its item, such as that a number is a time, the operation knows.
      _ = try argument(low)
      return try item(depth: depth + 1)
    case .simple: return try simple(low)
    }
  }

  private static func number(_ value: UInt64) -> JSONValue {
    Int(exactly: value).map(JSONValue.integer) ?? .number(Double(value))
  }

  /// The value -1 - n (section 3.1).
  private static func negative(_ value: UInt64) -> JSONValue {
    Int(exactly: value).map { .integer(-1 - $0) } ?? .number(-1 - Double(value))
  }

  private mutating func text(_ low: UInt8) throws(CBORError) -> String {
    guard low == 31 else { return try chunk(low) }
    var text = ""
    while let head = try nextBeforeBreak() {
      guard head >> 5 == Kind.text.rawValue, head & 0x1F != 31 else {
        throw CBORError(reason: "a part of a text is no text")
      }
      text += try chunk(head & 0x1F)
    }
    return text
  }

  private mutating func chunk(_ low: UInt8) throws(CBORError) -> String {
    let bytes = try take(argument(low))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CBORError(reason: "a text is not UTF-8") }
    return text
  }

  private mutating func array(_ low: UInt8, _ depth: Int) throws(CBORError) -> [JSONValue] {
    var elements: [JSONValue] = []
    if low == 31 {
      while try !takeBreak() { elements.append(try item(depth: depth + 1)) }
    } else {
      // Nothing is reserved: the count may be any, and runs out with the bytes.
      for _ in 0..<(try argument(low)) { elements.append(try item(depth: depth + 1)) }
    }
    return elements
  }

  private mutating func map(_ low: UInt8, _ depth: Int) throws(CBORError) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    func add(_ key: JSONValue, _ value: JSONValue) throws(CBORError) {
      guard case .string(let name) = key else { throw CBORError(reason: "a key is no text") }
      members[name] = value
    }
    if low == 31 {
      while try !takeBreak() { try add(item(depth: depth + 1), item(depth: depth + 1)) }
    } else {
      for _ in 0..<(try argument(low)) { try add(item(depth: depth + 1), item(depth: depth + 1)) }
    }
    return members
  }

  private mutating func simple(_ low: UInt8) throws(CBORError) -> JSONValue {
    switch low {
    case 20: return .boolean(false)
    case 21: return .boolean(true)
    case 22, 23: return .null
    case 25: return try Self.finite(Double(Float16(bitPattern: UInt16(try argument(low)))))
    case 26: return try Self.finite(Double(Float(bitPattern: UInt32(try argument(low)))))
    case 27: return try Self.finite(Double(bitPattern: try argument(low)))
    default: throw CBORError(reason: "a simple value that is not assigned")
    }
  }

  private static func finite(_ value: Double) throws(CBORError) -> JSONValue {
    guard value.isFinite else { throw CBORError(reason: "a number that JSON does not know") }
    return .number(value)
  }

  /// The number in the low five bits, or in the 1, 2, 4 or 8 bytes that they announce.
  private mutating func argument(_ low: UInt8) throws(CBORError) -> UInt64 {
    switch low {
    case ..<24: UInt64(low)
    case 24...27: try take(1 << UInt64(low - 24)).reduce(0) { $0 << 8 | UInt64($1) }
    default: throw CBORError(reason: "a length that is reserved")
    }
  }

  private mutating func take(_ count: UInt64) throws(CBORError) -> ArraySlice<UInt8> {
    guard count <= UInt64(rest.count) else { throw CBORError(reason: "it ends early") }
    let taken = rest.prefix(Int(count))
    rest = rest.dropFirst(Int(count))
    return taken
  }

  private mutating func byte() throws(CBORError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw CBORError(reason: "it ends early") }
    return byte
  }

  private mutating func nextBeforeBreak() throws(CBORError) -> UInt8? {
    let head = try byte()
    return head == 0xFF ? nil : head
  }

  private mutating func takeBreak() throws(CBORError) -> Bool {
    guard let head = rest.first else { throw CBORError(reason: "it ends early") }
    guard head == 0xFF else { return false }
    rest.removeFirst()
    return true
  }
}

/// Why bytes are not one item of CBOR that has a value in JSON; `reason` is a clause.
struct CBORError: Error, Equatable {
  var reason: String
}
