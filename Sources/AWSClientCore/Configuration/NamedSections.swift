/// The sections of a configuration file by what their names say they are: `[default]`, `[profile X]`,
/// `[sso-session X]` and `[services X]`.
///
/// Rules: botocore's `configloader.py:build_profile_map`. A section of any other kind is somebody else's.
struct NamedSections {
  private(set) var profiles: [String: ConfigFile.Section] = [:]
  private(set) var ssoSessions: [String: ConfigFile.Section] = [:]
  private(set) var services: [String: ConfigFile.Section] = [:]
  /// The names of the profiles, in the order of the file.
  private(set) var profileNames: [String] = []

  init(_ file: ConfigFile?) {
    for section in file?.sectionsWithDefaults ?? [] {
      switch SectionName(inConfigFile: section.name) {
      case .profile(let name): add(section, toProfile: name)
      case .ssoSession(let name): ssoSessions[name] = section
      case .services(let name): services[name] = section
      case nil: break
      }
    }
  }

  /// The same name may be written in two ways, with and without quotes; the one whose header comes last
  /// then replaces the other.
  private mutating func add(_ section: ConfigFile.Section, toProfile name: String) {
    if let other = profiles[name] {
      guard section.lastLine > other.lastLine else { return }
    } else {
      profileNames.append(name)
    }
    profiles[name] = section
  }
}

/// What a section is, by its name.
enum SectionName: Hashable {
  case profile(String)
  case ssoSession(String)
  case services(String)

  /// Reads the text between the brackets; `nil` for a section of any other kind, and for one with no name, with
  /// several, or with an open quotation mark.
  init?(inConfigFile text: String) {
    if text == Profiles.defaultName {
      self = .profile(text)
      return
    }
    let kinds: [(String, (String) -> SectionName)] = [
      ("profile", Self.profile), ("sso-session", Self.ssoSession), ("services", Self.services),
    ]
    guard
      let kind = kinds.first(where: { text.hasPrefix($0.0) }),
      let words = ShellWords.split(text), words.count == 2
    else { return nil }
    self = kind.1(words[1])
  }
}
