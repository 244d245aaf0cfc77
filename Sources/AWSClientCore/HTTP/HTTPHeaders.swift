import Algorithms

/// The header fields of a request or a response, in order; names compare without case (RFC 9110, section 5.1).
public struct HTTPHeaders: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// One field: its name as written, and its value.
  public struct Field: Sendable, Equatable {
    /// The name as it was written.
    public var name: String
    /// The value, without the white space around it.
    public var value: String

    /// Makes one field; blanks and tabs around the value are no part of it (RFC 9110, section 5.5).
    public init(name: String, value: String) {
      self.name = name
      self.value = String(value.trimming { $0 == " " || $0 == "\t" })
    }
  }

  /// Every field, in the order of sending; a name may occur more than once.
  public private(set) var fields: [Field]

  /// Makes a set of fields.
  public init(_ fields: [Field] = []) {
    self.fields = fields
  }

  /// Makes a set of fields from names and values, in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    fields = elements.map { Field(name: $0.0, value: $0.1) }
  }

  /// The first value of the field called `name`; setting replaces every field of that name, and `nil` removes them.
  public subscript(name: String) -> String? {
    get { fields.first { Self.same($0.name, name) }?.value }
    set {
      fields.removeAll { Self.same($0.name, name) }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  /// Adds a field and keeps those of the same name.
  public mutating func append(_ name: String, _ value: String) {
    fields.append(Field(name: name, value: value))
  }

  private static func same(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count && one.lowercased() == other.lowercased()
  }
}
