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

  init(_ file: ConfigFile?) throws(ConfigFileError) {
    guard let file else { return }
    for section in file.sections {
      if section.name == Profiles.defaultName {
        add(section, toProfile: section.name)
        continue
      }
      guard let kind = Kind(rawValue: String(section.name.prefix { $0 != " " && $0 != "\t" })) else { continue }
      guard let words = section.words else {
        throw ConfigFileError(path: file.path, line: section.line, problem: .openQuotation)
      }
      // As in botocore, a header of these kinds with no name or with several is passed over.
      guard words.count == 2 else { continue }
      switch kind {
      case .profile: add(section, toProfile: words[1])
      case .ssoSession: ssoSessions[words[1]] = merged(ssoSessions[words[1]], section)
      case .services: services[words[1]] = merged(services[words[1]], section)
      }
    }
  }

  private enum Kind: String {
    case profile
    case ssoSession = "sso-session"
    case services
  }

  private mutating func add(_ section: ConfigFile.Section, toProfile name: String) {
    if profiles[name] == nil { profileNames.append(name) }
    profiles[name] = merged(profiles[name], section)
  }

  /// The same name may be written in two ways, with and without quotes.
  private func merged(_ first: ConfigFile.Section?, _ second: ConfigFile.Section) -> ConfigFile.Section {
    guard var first else { return second }
    for entry in second.entries { first.set(entry) }
    return first
  }
}
