import FoundationEssentials
import Runs

/// A session where an earlier run was: its Region and its endpoint, whatever is set now.
enum RunSession {
  /// Opens it.
  ///
  /// - Throws: ``CommandFailure``: with status 4 when the command line asks for another Region or endpoint than the
  ///   run's.
  static func open(_ global: GlobalOptions, for plan: Plan) async throws -> Session {
    var options = global
    let asked = Place(account: nil, region: global.region ?? plan.region, endpoint: plan.endpoint)
    if let difference = asked.difference(from: plan) { throw CommandFailure(.elsewhere(.run, difference)) }
    options.region = plan.region
    let session = try Session.open(options)
    guard let difference = session.place(nil).difference(from: plan) else { return session }
    await session.close()
    if global.endpointURL != nil { throw CommandFailure(.elsewhere(.run, difference)) }
    options.endpointURL = plan.endpoint
    return try Session.open(options)
  }
}
