public import AWSClientCore
public import AppStream
import FoundationEssentials
import PlainText

/// Reads a plan's stacks again, and asks again who is calling.
public struct Checker: Sendable {
  private let client: AppStreamClient
  private let identity: @Sendable () async -> CallerIdentity?
  private let accessKeyID: @Sendable () async -> String?
  private let now: @Sendable () -> Moment

  /// So often a plan is checked, at most, until one access key has signed all of a check.
  private static let attempts = 3

  /// Makes a checker.
  ///
  /// - Parameters:
  ///   - client: The service.
  ///   - identity: Asks STS who is calling; it gives up by itself when that takes too long.
  ///   - accessKeyID: The id of the access key that calls are signed with now.
  ///   - now: The time.
  public init(
    client: AppStreamClient,
    identity: @escaping @Sendable () async -> CallerIdentity?,
    accessKeyID: @escaping @Sendable () async -> String? = { nil },
    now: @escaping @Sendable () -> Moment
  ) {
    self.client = client
    self.identity = identity
    self.accessKeyID = accessKeyID
    self.now = now
  }

  /// Checks `plan`.
  ///
  /// Where credentials are replaced meanwhile, what was read may be of two accounts, so it is read again; in the end
  /// the check says neither who called nor with which key.
  public func check(_ plan: Plan) async -> Check {
    var attempt = 1
    while true {
      let key = await accessKeyID()
      var check = await read(plan)
      if await accessKeyID() == key {
        check.accessKeyID = key
        return check
      }
      guard attempt < Self.attempts else {
        check.caller = nil
        return check
      }
      attempt += 1
    }
  }

  private func read(_ plan: Plan) async -> Check {
    async let caller = identity()
    let indices = Dictionary(grouping: plan.entries.indices) { plan.entries[$0].stackName }
    let stacks = await plan.stackNames.readEach { await check($0, indices[$0] ?? [], plan.entries) }
    return Check(stacks: stacks.sorted { $0.name < $1.name }, caller: await caller, finished: now())
  }

  private func check(_ stack: String, _ indices: [Int], _ entries: [Association]) async -> StackCheck {
    do throws(ServiceError) {
      let reading = try await StackAssociations(of: stack, client).read(provingGone: indices.map { entries[$0] })
      let there = reading.there
      return StackCheck(
        name: stack,
        present: indices.filter { there.contains(entries[$0]) },
        gone: indices.filter { !there.contains(entries[$0]) },
        total: Set(there.map { ExactText($0.userName) }).count,
        isWhole: reading.isWhole,
        calls: reading.calls
      )
    } catch {
      return StackCheck(name: stack, present: [], gone: [], total: 0, failure: error)
    }
  }
}
