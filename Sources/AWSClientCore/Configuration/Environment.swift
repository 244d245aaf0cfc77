/// The environment variables that the client core looks at, passed in as a value.
///
/// Values are kept out of descriptions and dumps, since some of them are secrets.
public struct ProcessEnvironment: Sendable, Equatable {
  private var hidden: [String: Secret]

  /// Makes an environment of `variables`.
  public init(variables: [String: String] = [:]) {
    hidden = variables.mapValues(Secret.init)
  }

  /// The variables by name.
  public var variables: [String: String] {
    get { hidden.mapValues(\.exposed) }
    set { hidden = newValue.mapValues(Secret.init) }
  }

  /// The value of the variable called `name`; an empty one counts as absent.
  public subscript(name: String) -> String? {
    guard let value = hidden[name]?.exposed, !value.isEmpty else { return nil }
    return value
  }

  /// The home directory.
  public var home: String? { self["HOME"] }

  /// `path` with `~` and `$NAME` or `${NAME}` replaced, as botocore does it; unknown variables stay as they are.
  ///
  /// `nil` when `path` begins with `~` and there is no home directory.
  func expanding(_ path: String) -> String? {
    let path = expandingVariables(path)
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return home.map { $0 + path.dropFirst() }
  }

  private func expandingVariables(_ path: String) -> String {
    path.replacing(#/\$(?:(\w+)|\{([^}]*)\})/#.asciiOnlyWordCharacters()) { match in
      let name = String(match.output.1 ?? match.output.2 ?? "")
      return hidden[name]?.exposed ?? String(match.output.0)
    }
  }
}
