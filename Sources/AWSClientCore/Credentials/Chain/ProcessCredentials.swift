import FoundationEssentials
import PlainText

/// Credentials that a program gives, which a profile names with `credential_process`.
///
/// Rules: botocore's `credentials.py:ProcessProvider`, and
/// https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html.
struct ProcessCredentials: CredentialSource {
  let name: String
  private let command: String
  private let processes: any ProcessRunning

  /// `nil` where the profile names no program.
  init?(_ settings: CredentialSettings, _ context: CredentialContext) {
    guard let command = settings.profile["credential_process"] else { return nil }
    self.command = command
    processes = context.host.processes
    name = "profile \(settings.profileName)"
  }

  func credentials() async throws(CredentialError) -> Credentials? {
    guard let words = ShellWords.split(command), !words.isEmpty else {
      throw unusable("a quotation mark in credential_process is not closed")
    }
    let outcome: ProcessOutcome
    do throws(ProcessError) {
      outcome = try await processes.run(words)
    } catch {
      throw unusable("credential_process \(words[0]) \(error.reason)")
    }
    switch outcome.status {
    case .exited(0):
      break
    case .exited(let status):
      throw unusable("credential_process \(words[0]) ended with status \(status); run it in a shell to see why")
    case .signalled(let number):
      throw unusable("credential_process \(words[0]) was ended by signal \(number)")
    }
    return try credentials(outcome.output, of: words[0])
  }

  private func credentials(_ output: Secret, of program: String) throws(CredentialError) -> Credentials {
    let content = Data(output.exposed.utf8)
    guard let form = try? JSONDecoder().decodeForeign(Form.self, from: content) else {
      throw unusable("what credential_process \(program) wrote is not the JSON that it should be")
    }
    guard form.version == 1 else {
      throw unusable("credential_process \(program) wrote Version \(form.version), and only 1 is known")
    }
    guard let received = try? JSONDecoder().decodeForeign(ReceivedCredentials.self, from: content) else {
      throw unusable("what credential_process \(program) wrote is not the JSON that it should be")
    }
    return try received.credentials(.any, source: "\(name) (credential_process \(program))")
  }

  private struct Form: Decodable {
    let version: Int

    private enum CodingKeys: String, CodingKey {
      case version = "Version"
    }
  }

  private func unusable(_ reason: String) -> CredentialError {
    .unusable(source: name, reason: reason)
  }
}
