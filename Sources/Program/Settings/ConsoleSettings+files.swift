import AWSClientCore
import PlainText

extension ConsoleSettings {
  /// The administrator's file.
  static let administratorsPath = "/etc/xdg/\(userPathSuffix)"
  /// The user's file, below the directory where users' settings are.
  static let userPathSuffix = "appstream-console/config"

  /// The administrator's settings and, on top of them, the user's.
  ///
  /// The user's file is `$XDG_CONFIG_HOME/appstream-console/config`, `~/.config` where that is not set; a relative
  /// path there is ignored (XDG Base Directory Specification).
  ///
  /// - Throws: ``CommandFailure`` when a file is there and cannot be used.
  static func load(_ environment: ProcessEnvironment, _ files: some FileReading) throws -> ConsoleSettings {
    var settings = ConsoleSettings()
    do {
      for path in [administratorsPath, userPath(environment)].compactMap(\.self) {
        guard let bytes = try files.contents(of: path) else {
          // Settings that somebody meant to be there must not lapse.
          if let flaw = files.flaw(ofMissing: path) {
            throw FileError.unreadable(path: path, reason: flaw)
          }
          continue
        }
        try settings.add(ConfigFile(parsing: bytes, path: path))
      }
    } catch {
      throw CommandFailure(.usage, "\(error)")
    }
    return settings
  }

  /// The settings of `process`.
  ///
  /// - Throws: ``CommandFailure`` when a file is there and cannot be used.
  static func load(_ process: ProcessContext) throws -> ConsoleSettings {
    try load(process.environment, process.files)
  }

  private static func userPath(_ environment: ProcessEnvironment) -> String? {
    let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = configured ?? environment.home.map { $0 + "/.config" }
    return base.map { "\($0)/\(userPathSuffix)" }
  }
}
