import PlainText

/// Compares a request with the service's model: a value of another kind is refused at once, and of the rest all that is
/// broken is told together, as the service does it.
struct ShapeCheck {
  private var violations: [String] = []

  /// Looks through a request.
  ///
  /// - Throws: `SerializationException` or `ValidationException`.
  static func check(_ input: RequestObject, _ shape: Shape) throws(EmulatedRefusal) {
    var check = ShapeCheck()
    try check.look(at: .object(input.members), shape, path: "")
    try check.finish()
  }

  private mutating func look(at value: JSONValue, _ shape: Shape, path: String) throws(EmulatedRefusal) {
    switch (shape, value) {
    case (.text(let rule), .string(let text)):
      look(at: text, as: path, rule)
    case (.boolean, .boolean):
      break
    case (.integer(let range), .integer(let number)):
      if let range { look(at: number, as: path, range) }
    case (.list(let element, let length), .array(let elements)):
      look(at: elements, as: path, length, isSensitive: element.isSensitive)
      try look(at: elements, element, path: path)
    case (.map(let keys, let values, let length), .object(let members)):
      try look(at: members, keys, values, length, path: path)
    case (.structure(let members), .object(let values)):
      let prefix = path.isEmpty || path.hasSuffix(".") ? path : path + "."
      for member in members { try look(at: values[member.name] ?? .null, member, path: prefix) }
    default:
      throw .unserializable(shape.complaint(about: value))
    }
  }

  private mutating func look(at value: JSONValue, _ member: Shape.Member, path: String) throws(EmulatedRefusal) {
    let name = path + member.name.prefix(1).lowercased() + member.name.dropFirst()
    guard value == .null else { return try look(at: value, member.shape, path: name) }
    if member.isRequired { note("null", name, "Member must not be null") }
  }

  private mutating func look(at elements: [JSONValue], _ shape: Shape, path: String) throws(EmulatedRefusal) {
    if case .text(let rule) = shape {
      // Of a list of texts the whole list is blamed, once for all of them.
      var broken: [String] = []
      for element in elements {
        guard case .string(let text) = element else { throw .unserializable(shape.complaint(about: element)) }
        for violation in rule.violations(of: text) where !broken.contains(violation) { broken.append(violation) }
      }
      guard !broken.isEmpty else { return }
      note(
        rule.isSensitive ? nil : "'[\(elements.compactMap(\.text).joined(separator: ", "))]'",
        path,
        "Member must satisfy constraint: [\(broken.joined(separator: ", "))]"
      )
    } else {
      for (index, element) in elements.enumerated() {
        try look(at: element, shape, path: "\(path).\(index + 1).member.")
      }
    }
  }

  private mutating func look(
    at members: [String: JSONValue],
    _ keys: TextRule,
    _ values: TextRule,
    _ length: ClosedRange<Int>,
    path: String
  ) throws(EmulatedRefusal) {
    look(at: members.map { .string("\($0.key)=\($0.value.text ?? "")") }, as: path, length, isSensitive: true)
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      guard case .string(let text) = value else { throw .unserializable(Shape.text(values).complaint(about: value)) }
      look(at: key, as: "\(path).key", keys)
      look(at: text, as: "\(path).\(key).value", values)
    }
  }

  private mutating func look(at text: String, as name: String, _ rule: TextRule) {
    for broken in rule.violations(of: text) { note(rule.isSensitive ? nil : "'\(text)'", name, broken) }
  }

  private mutating func look(at number: Int, as name: String, _ range: ClosedRange<Int>) {
    if number < range.lowerBound {
      note("'\(number)'", name, "Member must have value greater than or equal to \(range.lowerBound)")
    }
    if number > range.upperBound {
      note("'\(number)'", name, "Member must have value less than or equal to \(range.upperBound)")
    }
  }

  /// The items may hold user names, which the model calls sensitive, so that the service does not repeat the list.
  private mutating func look(
    at elements: [JSONValue],
    as name: String,
    _ length: ClosedRange<Int>,
    isSensitive: Bool
  ) {
    let texts = elements.compactMap(\.text)
    let value = isSensitive ? nil : "'[\(texts.joined(separator: ", "))]'"
    if elements.count < length.lowerBound {
      note(value, name, "Member must have length greater than or equal to \(length.lowerBound)")
    }
    if elements.count > length.upperBound {
      note(value, name, "Member must have length less than or equal to \(length.upperBound)")
    }
  }

  private func finish() throws(EmulatedRefusal) {
    guard !violations.isEmpty else { return }
    let errors = violations.count == 1 ? "1 validation error" : "\(violations.count) validation errors"
    throw EmulatedRefusal(
      code: "ValidationException",
      message: "\(errors) detected: \(violations.joined(separator: "; "))",
      layer: .frontDoor
    )
  }

  private mutating func note(_ value: String?, _ name: String, _ constraint: String) {
    violations.append("Value \(value.map { "\($0) " } ?? "")at '\(name)' failed to satisfy constraint: \(constraint)")
  }
}

extension Shape {
  /// Whether messages leave out a list of these.
  fileprivate var isSensitive: Bool {
    if case .text(let rule) = self { rule.isSensitive } else { true }
  }

  /// What the service says of a value that cannot be one of these.
  fileprivate func complaint(about value: JSONValue) -> String {
    switch self {
    case .text: "\(value.kind) can not be converted to a String"
    case .boolean: "\(value.kind) can not be converted to a Boolean"
    case .integer: "\(value.kind) can not be converted to an Integer"
    case .list: "Expected list or null"
    case .map, .structure: "Unexpected value type in payload"
    }
  }
}
