import PlainText

/// The environment variables that the client core looks at, passed in as a value.
///
/// Values are kept out of descriptions and dumps, since some of them are secrets.
public struct ProcessEnvironment: Sendable, Equatable {
  private var hidden: [String: Secret]
  /// The home directory of the user in the password database, for where `HOME` does not name one.
  private let registeredHome: String?

  /// Makes an environment of `variables`; `registeredHome` is the home directory in the password database.
  public init(variables: [String: String] = [:], registeredHome: String? = nil) {
    hidden = variables.mapValues(Secret.init)
    self.registeredHome = registeredHome
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

  /// The home directory: `HOME` where that is an absolute path, or else the one in the password database.
  ///
  /// Cron, `env -i` and services have no `HOME`; settings and credentials that are below it must not lapse for that.
  public var home: String? {
    if let home = self["HOME"], home.hasPrefix("/") { return home }
    return registeredHome
  }

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
