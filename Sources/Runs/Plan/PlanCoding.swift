import FoundationEssentials

extension JSONEncoder {
  /// Writes what plan files and journals are hashed in: sorted keys, no white space, dates as ISO 8601.
  static var ofPlans: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }
}

extension JSONDecoder {
  /// Reads what ``JSONEncoder/ofPlans`` writes.
  static var ofPlans: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}
