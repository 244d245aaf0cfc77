/// What stands between the introducer of a control sequence and its final byte, as ECMA-48 5.4 has it.
struct SequenceParameters: Sendable, Equatable {
  /// One of `<` `=` `>` `?`, with which a sequence leaves the standard.
  let marker: UInt8?
  /// The parameters, each with its subparameters; one that was left out is `nil`.
  let fields: [[Int?]]
  /// Bytes of 0x20 to 0x2F, which come last.
  let intermediates: [UInt8]

  /// `nil` when `bytes` are no parameters.
  init?(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes)[...]
    marker = rest.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    if marker != nil { rest.removeFirst() }
    let end = rest.firstIndex { $0 < 0x30 } ?? rest.endIndex
    intermediates = Array(rest[end...])
    guard intermediates.allSatisfy({ $0 < 0x30 }) else { return nil }
    var fields: [[Int?]] = []
    for field in rest[..<end].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var numbers: [Int?] = []
      for number in field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
        let value = Int(String(decoding: number, as: UTF8.self))
        guard value != nil || number.isEmpty else { return nil }
        numbers.append(value)
      }
      fields.append(numbers)
    }
    self.fields = fields
  }

  /// Whether there are numbers only.
  var isPlain: Bool { marker == nil && intermediates.isEmpty }

  /// A parameter, or one of its subparameters; `nil` where it was left out.
  func number(_ field: Int, _ subparameter: Int = 0) -> Int? {
    guard fields.indices.contains(field), fields[field].indices.contains(subparameter) else { return nil }
    return fields[field][subparameter]
  }
}
