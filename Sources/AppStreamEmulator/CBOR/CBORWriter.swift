import PlainText

/// Writes a JSON value as CBOR (RFC 8949): lengths first and in their shortest form, keys in the order of their bytes.
struct CBORWriter {
  private var bytes: [UInt8] = []
  private let times: Set<String>

  /// The bytes of `value`.
  ///
  /// - Parameter times: The members whose numbers are seconds from 1970 on; CBOR tags them as such (section 3.4.2).
  static func bytes(_ value: JSONValue, times: Set<String> = []) -> [UInt8] {
    var writer = CBORWriter(times: times)
    writer.write(value)
    return writer.bytes
  }

  private init(times: Set<String>) {
    self.times = times
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(0xF6)
    case .boolean(let value): bytes.append(value ? 0xF5 : 0xF4)
    case .integer(let value): value < 0 ? head(1, UInt64(-1 - value)) : head(0, UInt64(value))
    case .number(let value): write(value)
    case .string(let text): write(text)
    case .array(let elements):
      head(4, UInt64(elements.count))
      for element in elements { write(element) }
    case .object(let members):
      head(5, UInt64(members.count))
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        write(name)
        if let time = value.seconds, times.contains(name) {
          head(6, 1)
          write(time)
        } else {
          write(value)
        }
      }
    }
  }

  private mutating func write(_ text: String) {
    head(3, UInt64(text.utf8.count))
    bytes += text.utf8
  }

  private mutating func write(_ number: Double) {
    bytes.append(0xFB)
    append(number.bitPattern, count: 8)
  }

  private mutating func head(_ kind: UInt8, _ argument: UInt64) {
    let widths: [(limit: UInt64, low: UInt8, count: Int)] = [
      (0xFF, 24, 1), (0xFFFF, 25, 2), (0xFFFF_FFFF, 26, 4), (.max, 27, 8),
    ]
    guard argument >= 24 else { return bytes.append(kind << 5 | UInt8(argument)) }
    guard let width = widths.first(where: { argument <= $0.limit }) else { return }
    bytes.append(kind << 5 | width.low)
    append(argument, count: width.count)
  }

  private mutating func append(_ value: UInt64, count: Int) {
    for place in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place)))) }
  }
}

extension JSONValue {
  /// The number, where this is one.
  fileprivate var seconds: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }
}
