import AWSClientCore

/// Reads the members of a request and remembers what breaks the service's model, as the service does: all of it is
/// told at once.
struct RequestCheck {
  private var violations: [String] = []

  /// The text called `name`, or `nil` where it is not there.
  mutating func text(_ object: RequestObject, _ name: String, _ rule: TextRule) throws(EmulatedRefusal) -> String? {
    guard let value = try object.text(name) else { return nil }
    check(value, as: object.fullName(name), rule)
    return value
  }

  /// The text called `name`, which must be there; where it is not, ``finish()`` throws.
  mutating func required(_ object: RequestObject, _ name: String, _ rule: TextRule) throws(EmulatedRefusal) -> String {
    guard let value = try text(object, name, rule) else {
      note("null", object.fullName(name), "Member must not be null")
      return ""
    }
    return value
  }

  /// The list called `name`, which must be there and be no longer than `maximum`.
  mutating func required(
    _ object: RequestObject,
    listOf name: String,
    maximum: Int?
  ) throws(EmulatedRefusal) -> [RequestObject] {
    guard let list = try object.objects(name) else {
      note("null", object.fullName(name), "Member must not be null")
      return []
    }
    // The items hold user names, which the model calls sensitive, so the service does not repeat the list.
    if list.isEmpty { note(nil, object.fullName(name), "Member must have length greater than or equal to 1") }
    if let maximum, list.count > maximum {
      note(nil, object.fullName(name), "Member must have length less than or equal to \(maximum)")
    }
    return list
  }

  /// The number called `name`, within `range`.
  mutating func number(
    _ object: RequestObject,
    _ name: String,
    in range: ClosedRange<Int>
  ) throws(EmulatedRefusal) -> Int? {
    guard let value = try object.integer(name) else { return nil }
    if value < range.lowerBound {
      note("'\(value)'", object.fullName(name), "Member must have value greater than or equal to \(range.lowerBound)")
    }
    if value > range.upperBound {
      note("'\(value)'", object.fullName(name), "Member must have value less than or equal to \(range.upperBound)")
    }
    return value
  }

  /// Checks keys and values of a map.
  mutating func check(_ map: [String: String], as name: String, keys: TextRule, values: TextRule) {
    for (key, value) in map.sorted(by: { $0.key < $1.key }) {
      check(key, as: "\(name).key", keys)
      check(value, as: "\(name).\(key).value", values)
    }
  }

  /// Ends the reading.
  ///
  /// - Throws: `ValidationException` when anything was broken.
  func finish() throws(EmulatedRefusal) {
    guard !violations.isEmpty else { return }
    let errors = violations.count == 1 ? "1 validation error" : "\(violations.count) validation errors"
    throw EmulatedRefusal(
      code: "ValidationException",
      message: "\(errors) detected: \(violations.joined(separator: "; "))",
      layer: .frontDoor
    )
  }

  private mutating func check(_ value: String, as name: String, _ rule: TextRule) {
    for broken in rule.violations(of: value) { note(rule.isSensitive ? nil : "'\(value)'", name, broken) }
  }

  private mutating func note(_ value: String?, _ name: String, _ constraint: String) {
    violations.append("Value \(value.map { "\($0) " } ?? "")at '\(name)' failed to satisfy constraint: \(constraint)")
  }
}
