import PlainText

/// A JSON object in a file that a person writes: a member that nobody reads is a mistake and is told.
struct StrictObject {
  /// The kind of file.
  let file: String
  /// Where the object is, such as "fault 3".
  let place: String
  private let members: [String: JSONValue]
  private var known: [String] = []

  init(_ value: JSONValue, file: String, place: String) throws(EmulatorFileError) {
    self.file = file
    self.place = place
    guard case .object(let members) = value else {
      throw EmulatorFileError(file: file, problem: "\(place) is not a JSON object")
    }
    self.members = members
  }

  /// The text called `name`.
  mutating func text(_ name: String) throws(EmulatorFileError) -> String? {
    guard let value = take(name) else { return nil }
    guard let text = value.text else { throw wrong(name, "a text") }
    return text
  }

  /// The text called `name`, which must be there.
  mutating func requiredText(_ name: String) throws(EmulatorFileError) -> String {
    guard let text = try text(name) else { throw missing(name) }
    return text
  }

  /// One of the words of `Choice`.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String,
    _ type: Choice.Type = Choice.self
  ) throws(EmulatorFileError) -> Choice? {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw wrong(name, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  /// The number called `name`, not below `least`.
  mutating func number(_ name: String, least: Double = 0) throws(EmulatorFileError) -> Double? {
    let number: Double
    switch take(name) {
    case nil: return nil
    case .integer(let value)?: number = Double(value)
    case .number(let value)?: number = value
    case .some: throw wrong(name, "a number")
    }
    guard number >= least else { throw wrong(name, "a number not below \(least)") }
    return number
  }

  /// The number called `name`, which must be there.
  mutating func requiredNumber(_ name: String, least: Double = 0) throws(EmulatorFileError) -> Double {
    guard let number = try number(name, least: least) else { throw missing(name) }
    return number
  }

  /// The whole number called `name`, not below `least`.
  mutating func count(_ name: String, least: Int = 0) throws(EmulatorFileError) -> Int? {
    guard let value = take(name) else { return nil }
    guard case .integer(let count) = value, count >= least else {
      throw wrong(name, "a whole number not below \(least)")
    }
    return count
  }

  /// The truth value called `name`.
  mutating func flag(_ name: String) throws(EmulatorFileError) -> Bool? {
    guard let value = take(name) else { return nil }
    guard case .boolean(let flag) = value else { throw wrong(name, "true or false") }
    return flag
  }

  /// The list of texts called `name`.
  mutating func texts(_ name: String) throws(EmulatorFileError) -> [String]? {
    guard let list = try list(name) else { return nil }
    let texts = list.compactMap(\.text)
    guard texts.count == list.count else { throw wrong(name, "a list of texts") }
    return texts
  }

  /// The list called `name`.
  mutating func list(_ name: String) throws(EmulatorFileError) -> [JSONValue]? {
    guard let value = take(name) else { return nil }
    guard case .array(let elements) = value else { throw wrong(name, "a list") }
    return elements
  }

  /// The object called `name`.
  mutating func object(_ name: String) throws(EmulatorFileError) -> StrictObject? {
    guard let value = take(name) else { return nil }
    return try StrictObject(value, file: file, place: name)
  }

  /// Ends the reading.
  ///
  /// - Throws: ``EmulatorFileError`` when there is a member that was not asked for.
  func finish() throws(EmulatorFileError) {
    guard let unknown = members.keys.filter({ !known.contains($0) }).min() else { return }
    throw EmulatorFileError(
      file: file,
      problem: "\(place) has the unknown member \"\(unknown)\"; it may have \(known.joined(separator: ", "))"
    )
  }

  /// The error that `name` is not what it should be.
  func wrong(_ name: String, _ right: String) -> EmulatorFileError {
    EmulatorFileError(file: file, problem: "\"\(name)\" of \(place) is not \(right)")
  }

  private func missing(_ name: String) -> EmulatorFileError {
    EmulatorFileError(file: file, problem: "\(place) has no \"\(name)\"")
  }

  private mutating func take(_ name: String) -> JSONValue? {
    known.append(name)
    return members[name]
  }
}

/// Why a file that the emulator was given cannot be used.
package struct EmulatorFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of file, such as "faults file".
  package var file: String
  /// What is wrong, where, and what would be right: a clause that begins with the place.
  package var problem: String

  /// Makes an error.
  package init(file: String, problem: String) {
    self.file = file
    self.problem = problem
  }

  package var description: String {
    "The \(file) cannot be used: \(problem). See appstream-emulator --help for what it may hold."
  }
}
