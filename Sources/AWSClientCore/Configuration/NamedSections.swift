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
      if section.name == Profiles.defaultName {
        add(section, toProfile: section.name)
        continue
      }
      // A header of these kinds with no name, with several, or with an open quotation mark is passed over.
      guard
        let kind = Kind.allCases.first(where: { section.name.hasPrefix($0.rawValue) }),
        let words = section.words, words.count == 2
      else { continue }
      switch kind {
      case .profile: add(section, toProfile: words[1])
      case .ssoSession: ssoSessions[words[1]] = section
      case .services: services[words[1]] = section
      }
    }
  }

  private enum Kind: String, CaseIterable {
    case profile
    case ssoSession = "sso-session"
    case services
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
