import FoundationEssentials

extension JSONEncoder {
  /// Writes what plan files and journals are hashed in: sorted keys, no white space, dates as ISO 8601.
  static var ofPlans: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(PlanTime.text(of: date))
    }
    return encoder
  }
}

extension JSONDecoder {
  /// Reads what ``JSONEncoder/ofPlans`` writes.
  static var ofPlans: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      guard let date = PlanTime.date(try container.decode(String.self)) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "It is not a time in ISO 8601 and UTC.")
      }
      return date
    }
    return decoder
  }
}

/// The times of a plan: ISO 8601 in UTC, with milliseconds where they are not zero, so that two plans of one second
/// have two numbers.
enum PlanTime {
  /// `date` as a plan has it.
  static func text(of date: Date) -> String {
    JournalTime.text(of: date).replacing(".000Z", with: "Z")
  }

  /// The time that `text` is; `nil` when it has another form.
  static func date(_ text: String) -> Date? {
    text.contains(".") ? JournalTime.date(text) : try? Date.ISO8601FormatStyle().parse(text)
  }

  /// `date` to the millisecond, as it is once it was written and read.
  static func whole(_ date: Date) -> Date {
    self.date(text(of: date)) ?? date
  }
}
