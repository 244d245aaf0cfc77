import AWSClientCore
import AppStream
import FoundationEssentials
import NetworkTransport
import PlainText
import Runs

/// Everything a command needs to speak with the service: where, as whom, and through what.
struct Session: Sendable {
  /// The process that it was opened in.
  let process: ProcessContext
  /// Where calls go and as whom.
  var destination: Destination
  /// AWS's time, as far as it is known.
  var serviceClock: ServiceClock
  /// The service.
  var client: AppStreamClient
  /// The service, asked in the name of a run: its id is in the `User-Agent`, so CloudTrail leads to the run.
  ///
  /// It signs with the credentials that it is given, which may be particular about whose they are.
  var clientOfRun: @Sendable (RunID, any CredentialProvider) -> AppStreamClient
  /// Where journals are kept.
  var journals: any JournalStore
  /// What calls are signed with.
  var credentials: any CredentialProvider
  /// Asks STS who is calling.
  var identity: @Sendable () async -> CallerIdentity?
  /// Gives back what the session holds open.
  var close: @Sendable () async -> Void

  /// How long STS may take: identity never holds up anything else for longer.
  private static let identityLimit: Duration = .seconds(3)

  /// Whether lists are read so that nobody can be missing from them, which takes more calls.
  var isThorough = false

  /// The same session, whose lists are read once, whoever may be missing from them.
  var readingOnce: Session {
    var session = self
    session.isThorough = false
    return session
  }

  /// Reads what was listed from now on.
  var reader: EstateReader { EstateReader(client: client, isThorough: isThorough, now: process.now) }

  /// Checks plans.
  var checker: Checker {
    Checker(client: client, identity: identity, accessKeyID: accessKeyID, now: { process.moment })
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
  ///
  /// - Parameters:
  ///   - client: The service, in the name of a run or of none, signed for with the credentials given.
  ///   - close: Gives back what they hold open.
  init(
    _ process: ProcessContext,
    _ destination: Destination,
    serviceClock: ServiceClock,
    credentials: any CredentialProvider,
    journals: any JournalStore,
    client: @escaping @Sendable (RunID?, any CredentialProvider) -> AppStreamClient,
    sts: STSClient,
    close: @escaping @Sendable () async -> Void
  ) {
    self.process = process
    self.destination = destination
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
      throw CommandFailure(.unavailable, "\(error)")
    }
  }
}

extension Session {
  /// Does `work` in the session that the options ask for, which is closed behind it.
  ///
  /// - Throws: ``CommandFailure`` when it cannot be opened, and what `work` throws.
  static func with<Value>(
    _ options: GlobalOptions,
    in process: ProcessContext,
    _ work: (Session) async throws -> Value
  ) async throws -> Value {
    try await open(options, in: process).closing(after: work)
  }

  /// Does `work` in this session, and closes it however that ends.
  func closing<Value>(after work: (Session) async throws -> Value) async throws -> Value {
    let result: Result<Value, any Error>
    do { result = .success(try await work(self)) } catch { result = .failure(error) }
    await close()
    return try result.get()
  }
}
