/// A JSON value (RFC 8259) with the line it begins on, as lists need it: members keep their order and their doubles.
struct ListJSON: Sendable {
  /// What it is; numbers and literals are kept as they are written.
  enum Kind: Sendable {
    case text(String)
    case literal(String)
    case array([ListJSON])
    case object([(name: String, value: ListJSON)])
  }

  /// The line it begins on, counted from 1.
  let line: Int
  let kind: Kind

  /// The text, where this is one.
  var text: String? {
    guard case .text(let text) = kind else { return nil }
    return text
  }

  /// The elements, where this is a list.
  var elements: [ListJSON]? {
    guard case .array(let elements) = kind else { return nil }
    return elements
  }

  /// The members, where this is an object.
  var members: [(name: String, value: ListJSON)]? {
    guard case .object(let members) = kind else { return nil }
    return members
  }

  /// The first member called `name`.
  subscript(name: String) -> ListJSON? { members?.first { $0.name == name }?.value }

  /// Whether it says nothing: `null`, `false`, an empty text, list or object.
  var isEmpty: Bool {
    switch kind {
    case .text(let text): text.isEmpty
    case .literal(let word): word == "null" || word == "false"
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    }
  }

  /// The name that two members of an object have.
  var doubledName: String? {
    guard let members else { return nil }
    var seen: Set<String> = []
    return members.first { !seen.insert($0.name).inserted }?.name
  }
}

/// Why text is not JSON.
struct ListJSONError: Error, Equatable {
  let line: Int
  let reason: String
}
