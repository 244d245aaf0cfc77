import AWSClientCore
import AppStream
import TestSupport
import Testing

@Suite struct RetrySettingsTests {
  private func resolve(_ variables: [String: String], _ config: String = "") throws -> RetrySettings {
    try ClientSettings.resolve(
      .appStream,
      options: ClientOptions(region: "eu-west-1"),
      environment: ProcessEnvironment(variables: ["HOME": "/home/ana"].merging(variables) { $1 }),
      files: MemoryFiles(["/home/ana/.aws/config": config])
    ).retries
  }

  @Test(
    arguments: [
      ([:], "", RetrySettings(mode: .standard, maximumAttempts: 3)),
      (["AWS_RETRY_MODE": "adaptive"], "", RetrySettings(mode: .adaptive)),
      (["AWS_RETRY_MODE": "legacy"], "", RetrySettings(mode: .standard)),
      (["AWS_RETRY_MODE": "Standard"], "[default]\nretry_mode = adaptive", RetrySettings(mode: .standard)),
      ([:], "[default]\nretry_mode = adaptive\nmax_attempts = 7", RetrySettings(mode: .adaptive, maximumAttempts: 7)),
      (["AWS_MAX_ATTEMPTS": "1"], "[default]\nmax_attempts = 7", RetrySettings(maximumAttempts: 1)),
      (["AWS_MAX_ATTEMPTS": "", "AWS_RETRY_MODE": ""], "", RetrySettings()),
    ] as [([String: String], String, RetrySettings)]
  )
  func `mode and attempts come from the environment, then the profile, then AWS's defaults`(
    variables: [String: String],
    config: String,
    settings: RetrySettings
  ) throws {
    #expect(try resolve(variables, config) == settings)
  }

  @Test(
    arguments: [
      (["AWS_RETRY_MODE": "fast"], "", ConfigurationError.notRetryMode(setting: "AWS_RETRY_MODE", value: "fast")),
      ([:], "[default]\nretry_mode = 3", .notRetryMode(setting: "retry_mode", value: "3")),
      (["AWS_MAX_ATTEMPTS": "0"], "", .notAttempts(setting: "AWS_MAX_ATTEMPTS", value: "0")),
      ([:], "[default]\nmax_attempts = many", .notAttempts(setting: "max_attempts", value: "many")),
    ] as [([String: String], String, ConfigurationError)]
  )
  func `a value that is none is refused`(variables: [String: String], config: String, error: ConfigurationError) {
    #expect(throws: error) { try resolve(variables, config) }
  }
}
