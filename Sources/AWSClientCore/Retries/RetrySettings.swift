/// How a client sends reads again, as options, environment and files have it.
public enum RetryMode: String, Sendable, Equatable, CaseIterable {
  /// AWS's `standard` mode of 2026; see ``RetryRules``.
  case standard
  /// The same, with a limiter before every request once the service has throttled; see ``SendingRate``.
  case adaptive
}

/// What is set about retries.
///
/// Rules: https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html. The mode `legacy`, which each
/// SDK has in its own form and which AWS no longer makes the default, is taken as `standard`.
public struct RetrySettings: Sendable, Equatable {
  /// The mode.
  public var mode: RetryMode
  /// Attempts in all, the first one included.
  public var maximumAttempts: Int

  /// Makes settings; what is not given is AWS's default.
  public init(mode: RetryMode = .standard, maximumAttempts: Int = 3) {
    self.mode = mode
    self.maximumAttempts = maximumAttempts
  }

  init(_ source: SettingSource) throws(ConfigurationError) {
    self.init()
    if let setting = source.setting("AWS_RETRY_MODE", key: "retry_mode") {
      let name = setting.value.lowercased()
      guard let mode = name == "legacy" ? .standard : RetryMode(rawValue: name) else {
        throw .notRetryMode(setting: setting.name, value: setting.value)
      }
      self.mode = mode
    }
    if let setting = source.setting("AWS_MAX_ATTEMPTS", key: "max_attempts") {
      guard let attempts = Int(setting.value), attempts > 0 else {
        throw .notAttempts(setting: setting.name, value: setting.value)
      }
      maximumAttempts = attempts
    }
  }
}
