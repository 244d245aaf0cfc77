import AWSClientCore
import AppStream
import FoundationEssentials
import NetworkTransport
import Runs

/// Everything a command needs to speak with the service: where, as whom, and through what.
struct Session: Sendable {
  /// The profile's name, or the word that stands in its place.
  var profileName: String
  /// The profiles that there are in AWS's files.
  var profileNames: [String]
  /// The Region's code.
  var region: String
  /// Where AppStream listens.
  var endpoint: Endpoint
  /// Whether somebody chose the endpoint, rather than the Region.
  var isEndpointCustom: Bool
  /// Whether all of it is invented.
  var isDemo: Bool
  /// AWS's time, as far as it is known.
  var serviceClock: ServiceClock
  /// The command that begins the session anew from which the keys come; `nil` when there is none.
  var loginCommand: String?
  /// The service.
  var client: AppStreamClient
  /// The service, asked in the name of a run: its id is in the `User-Agent`, so CloudTrail leads to the run.
  ///
  /// It signs with the credentials that it is given, which may be particular about whose they are.
  var clientOfRun: @Sendable (RunID, any CredentialProvider) -> AppStreamClient
  /// Where journals are kept.
  var journals: any JournalStore
  /// The keys that calls are signed with.
  var credentials: any CredentialProvider
  /// Asks STS who is calling.
  var identity: @Sendable () async -> CallerIdentity?
  /// Gives back what the session holds open.
  var close: @Sendable () async -> Void

  /// How long STS may take: identity never holds up anything else for longer.
  private static let identityLimit: Duration = .seconds(3)

  /// Whether lists are read so that nobody can be missing from them, which takes more calls.
  var isThorough = false

  /// Reads what was listed from now on.
  var reader: EstateReader { EstateReader(client: client, isThorough: isThorough, now: { Date() }) }

  /// Checks plans.
  var checker: Checker {
    Checker(client: client, identity: identity, accessKeyID: accessKeyID, now: { .now() })
  }

  /// The credentials for a run in `account` that was agreed to with the access key of this id; those of another account
  /// are none.
  func credentials(in account: String?, agreedWith key: String?) -> AccountCredentials {
    AccountCredentials(credentials, of: account, agreedWith: key, identity: identity)
  }

  /// The id of the access key that calls are signed with now; `nil` where there is none that could be.
  @Sendable func accessKeyID() async -> String? {
    do throws(CredentialError) {
      return try await credentials.credentials().accessKeyID
    } catch {
      // The calls that follow say why.
      return nil
    }
  }

  /// A session of `client` and `sts`, whatever is behind them.
  init(
    profileName: String,
    profileNames: [String],
    region: String,
    endpoint: Endpoint,
    isEndpointCustom: Bool,
    isDemo: Bool,
    serviceClock: ServiceClock,
    credentials: any CredentialProvider,
    journals: any JournalStore,
    client: @escaping @Sendable (RunID?, any CredentialProvider) -> AppStreamClient,
    sts: STSClient,
    close: @escaping @Sendable () async -> Void
  ) {
    self.profileName = profileName
    self.profileNames = profileNames
    self.region = region
    self.endpoint = endpoint
    self.isEndpointCustom = isEndpointCustom
    self.isDemo = isDemo
    self.serviceClock = serviceClock
    self.credentials = credentials
    self.journals = journals
    self.client = client(nil, credentials)
    clientOfRun = { client($0, $1) }
    self.close = close
    identity = {
      await Race.against(Self.identityLimit) {
        do throws(ServiceError) {
          return try await sts.getCallerIdentity()
        } catch {
          // Not knowing is an ordinary answer: the screen says "unknown", and the confirmation is stricter.
          return nil
        }
      } otherwise: { _ in
        nil
      }
    }
  }

  /// Credentials that are good, looked for where there are none.
  ///
  /// - Throws: ``CommandFailure`` when there are none to be had.
  func usableCredentials() async throws -> Credentials {
    do throws(CredentialError) {
      return try await credentials.credentials()
    } catch {
      throw CommandFailure(.unavailable, error.description)
    }
  }
}
