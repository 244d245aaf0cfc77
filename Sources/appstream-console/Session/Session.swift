import AWSClientCore
import AppStream
import FoundationEssentials
import Runs

/// Everything a command needs to speak with the service: where, as whom, and through what.
struct Session: Sendable {
  /// The profile's name, or the word that stands in its place.
  var profileName: String
  /// The Region's code.
  var region: String
  /// Where AppStream listens.
  var endpoint: Endpoint
  /// Whether somebody chose the endpoint, rather than the Region.
  var isEndpointCustom: Bool
  /// Whether all of it is invented.
  var isDemo: Bool
  /// The service.
  var client: AppStreamClient
  /// The keys that calls are signed with.
  var credentials: any CredentialProvider
  /// Asks STS who is calling.
  var identity: @Sendable () async -> CallerIdentity?
  /// Gives back what the session holds open.
  var close: @Sendable () async -> Void

  /// How long STS may take: identity never holds up anything else for longer.
  private static let identityLimit: Duration = .seconds(3)

  /// Reads what was listed from now on.
  var reader: EstateReader { EstateReader(client: client, now: { Date() }) }

  /// Checks plans.
  var checker: Checker { Checker(client: client, identity: identity, now: { Date() }) }

  /// Performs runs.
  var runner: Runner {
    Runner(client: client, clock: ContinuousClock(), spread: { Double.random(in: 0..<1) })
  }

  /// A session of `client` and `sts`, whatever is behind them.
  init(
    profileName: String,
    region: String,
    endpoint: Endpoint,
    isEndpointCustom: Bool,
    isDemo: Bool,
    credentials: any CredentialProvider,
    client: AppStreamClient,
    sts: STSClient,
    close: @escaping @Sendable () async -> Void
  ) {
    self.profileName = profileName
    self.region = region
    self.endpoint = endpoint
    self.isEndpointCustom = isEndpointCustom
    self.isDemo = isDemo
    self.credentials = credentials
    self.client = client
    self.close = close
    identity = {
      await Self.answer(within: Self.identityLimit) {
        do throws(ServiceError) {
          return try await sts.getCallerIdentity()
        } catch {
          // Not knowing is an ordinary answer: the screen says "unknown", and the confirmation is stricter.
          return nil
        }
      }
    }
  }

  /// When the keys end; `nil` when that is not known or never.
  ///
  /// - Throws: ``CommandFailure`` when there are no keys.
  func keysExpire() async throws -> Date? {
    do throws(CredentialError) {
      return try await credentials.credentials().expiration
    } catch {
      throw CommandFailure(.unavailable, error.description)
    }
  }

  private static func answer<Value: Sendable>(
    within limit: Duration,
    _ ask: @escaping @Sendable () async -> Value?
  ) async -> Value? {
    await withTaskGroup(of: Value?.self) { group in
      group.addTask { await ask() }
      group.addTask {
        do { try await Task.sleep(for: limit) } catch { return nil }
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }
}
