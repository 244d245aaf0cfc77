import PlainText

/// A list of people that somebody asked for.
package struct PeopleRequest: Sendable, Equatable {
  /// Tells it from all other requests.
  package let number: Int
  package let source: PeopleSource
  /// What is to become of the people.
  let use: PeopleUse
}

/// Where a list of people stands.
package enum PeopleSource: Sendable, Equatable {
  /// In the file at this path.
  case file(String)
  /// In this text, which was pasted into the list or a prompt.
  case pasted(String)
  /// In these lines, which were typed for it.
  case typed(String)

  /// What a person calls it, also in what is said of its lines.
  package var name: String {
    switch self {
    case .file(let path): path
    case .pasted: "pasted lines"
    case .typed: "typed lines"
    }
  }
}

/// What becomes of the people of a list.
enum PeopleUse: Sendable, Equatable {
  /// Their rows are marked, as far as they are meant by it.
  case mark
  /// No key marks their rows.
  case keep

  /// What a screen that reads a list is called.
  func title(_ source: PeopleSource) -> Line {
    switch self {
    case .mark: "PEOPLE FROM \(source.name)"
    case .keep: "PEOPLE TO KEEP FROM \(source.name)"
    }
  }
}
