/// Where settings are looked up: the environment first, then the profile.
struct SettingSource: Sendable, Equatable {
  let environment: ProcessEnvironment
  let profile: Profile

  /// A value, and the name it was found under, for messages.
  struct Setting: Equatable {
    let name: String
    let value: String
  }

  func setting(_ variable: String, key: String) -> Setting? {
    if let value = environment[variable] { return Setting(name: variable, value: value) }
    return profile[key].map { Setting(name: key, value: $0) }
  }

  /// Whether a switch is on; one that is not set is off.
  func isOn(_ variable: String, key: String) throws(ConfigurationError) -> Bool {
    guard let setting = setting(variable, key: key) else { return false }
    switch setting.value.lowercased() {
    case "true": return true
    case "false": return false
    default: throw .notBoolean(setting: setting.name, value: setting.value)
    }
  }
}
