import PlainText

/// An object in a request's body.
struct RequestObject: Sendable {
  /// The members, by name.
  let members: [String: JSONValue]

  /// The text called `name`, or `nil` where it is not there.
  func text(_ name: String) throws(EmulatedRefusal) -> String? {
    switch members[name] {
    case nil, .null?: nil
    case .string(let text)?: text
    case .some(let other): throw .unserializable("\(other.kind) can not be converted to a String")
    }
  }

  /// The text called `name`, which the operation's shape says is there.
  func requiredText(_ name: String) throws(EmulatedRefusal) -> String {
    try text(name) ?? ""
  }

  /// The truth value called `name`.
  func boolean(_ name: String) throws(EmulatedRefusal) -> Bool? {
    switch members[name] {
    case nil, .null?: nil
    case .boolean(let value)?: value
    case .some(let other): throw .unserializable("\(other.kind) can not be converted to a Boolean")
    }
  }

  /// The whole number called `name`.
  func integer(_ name: String) throws(EmulatedRefusal) -> Int? {
    switch members[name] {
    case nil, .null?: nil
    case .integer(let value)?: value
    case .some(let other): throw .unserializable("\(other.kind) can not be converted to an Integer")
    }
  }

  /// The list of texts called `name`.
  func texts(_ name: String) throws(EmulatedRefusal) -> [String]? {
    guard let list = try list(name) else { return nil }
    var texts: [String] = []
    for element in list {
      guard let text = element.text else { throw .unserializable("\(element.kind) can not be converted to a String") }
      texts.append(text)
    }
    return texts
  }

  /// The list of objects called `name`.
  func objects(_ name: String) throws(EmulatedRefusal) -> [RequestObject]? {
    guard let list = try list(name) else { return nil }
    var objects: [RequestObject] = []
    for element in list {
      guard case .object(let members) = element else {
        throw .unserializable("Unexpected value type in payload")
      }
      objects.append(RequestObject(members: members))
    }
    return objects
  }

  /// The map of texts called `name`.
  func textMap(_ name: String) throws(EmulatedRefusal) -> [String: String]? {
    switch members[name] {
    case nil, .null?: return nil
    case .object(let members)?:
      let object = RequestObject(members: members)
      var texts: [String: String] = [:]
      for key in members.keys { texts[key] = try object.text(key) }
      return texts
    case .some: throw .unserializable("Unexpected value type in payload")
    }
  }

  private func list(_ name: String) throws(EmulatedRefusal) -> [JSONValue]? {
    switch members[name] {
    case nil, .null?: nil
    case .array(let elements)?: elements
    case .some: throw .unserializable("Expected list or null")
    }
  }
}

extension JSONValue {
  /// What the service calls a value of this kind in its messages.
  var kind: String {
    switch self {
    case .null: "NULL_VALUE"
    case .boolean(let value): value ? "TRUE_VALUE" : "FALSE_VALUE"
    case .integer, .number: "NUMBER_VALUE"
    case .string: "STRING_VALUE"
    case .array: "START_ARRAY"
    case .object: "START_OBJECT"
    }
  }
}

extension EmulatedRefusal {
  /// The body is JSON of another shape than the operation's.
  static func unserializable(_ message: String) -> Self {
    Self(code: "SerializationException", message: message, layer: .frontDoor)
  }
}
