import FoundationEssentials
import Runs

extension Session {
  /// Does `work` in a session where the run of `plan` was: its Region and its endpoint, whatever is set now.
  ///
  /// - Throws: ``CommandFailure``: with status 4 when the command line asks for another Region or endpoint than the
  ///   run's; and what `work` throws.
  static func with<Value>(
    _ global: GlobalOptions,
    in process: ProcessContext,
    for plan: Plan,
    _ work: (Session) async throws -> Value
  ) async throws -> Value {
    var options = global
    let asked = Place(account: nil, region: global.region ?? plan.region, endpoint: plan.endpoint)
    if let difference = asked.difference(from: plan) { throw CommandFailure(.elsewhere(.run, difference)) }
    options.region = plan.region
    let session = try open(options, in: process)
    guard let difference = session.destination.place(in: nil).difference(from: plan) else {
      return try await session.closing(after: work)
    }
    await session.close()
    if global.endpointURL != nil { throw CommandFailure(.elsewhere(.run, difference)) }
    options.endpointURL = plan.endpoint
    return try await with(options, in: process, work)
  }
}
