import AWSClientCore
import FoundationEssentials
import Runs

/// A session where an earlier run was: its Region and its endpoint, whatever is set now.
enum RunSession {
  /// Opens it.
  ///
  /// - Throws: ``CommandFailure``: with status 4 when the command line asks for another Region or endpoint than the run's.
  static func open(_ global: GlobalOptions, for plan: Plan) async throws -> Session {
    var options = global
    if let region = global.region, region != plan.region { throw differs("Region", plan.region, region) }
    options.region = plan.region
    let session = try Session.open(options)
    guard session.endpoint.description != plan.endpoint else { return session }
    await session.close()
    if global.endpointURL != nil { throw differs("endpoint", plan.endpoint, session.endpoint.description) }
    options.endpointURL = plan.endpoint
    return try Session.open(options)
  }

  /// - Throws: ``CommandFailure``: with status 4 when `caller` is of another account than the run of `plan`, and with 5
  ///   when STS did not say: what another account's stacks show would be taken for what became of the run.
  static func requireSameAccount(_ plan: Plan, _ caller: CallerIdentity?) throws {
    guard let planned = plan.caller else { return }
    guard let caller else {
      throw CommandFailure(
        .unavailable,
        "The run is about account \(planned.account), and STS did not say whose the credentials are, so nothing was "
          + "read or sent. Try again."
      )
    }
    guard planned.account != caller.account else { return }
    throw CommandFailure(
      .refused,
      "The run is about account \(planned.account), but the credentials are of account \(caller.account), so nothing "
        + "was sent. Use credentials of account \(planned.account)."
    )
  }

  private static func differs(_ what: String, _ planned: String, _ given: String) -> CommandFailure {
    CommandFailure(
      .refused,
      "The run was in \(what) \(planned), and \(given) was asked for, so nothing was sent. Leave that option out."
    )
  }
}
