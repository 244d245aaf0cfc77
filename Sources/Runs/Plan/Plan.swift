public import AWSClientCore
import Algorithms
public import AppStream
public import FoundationEssentials

/// A frozen list of associations and what is to be done to them: what is confirmed is what is sent.
public struct Plan: Sendable, Equatable, Codable {
  /// What is done to every entry.
  public let operation: RunOperation
  /// Who calls the service, or `nil` when STS did not say.
  public internal(set) var caller: CallerIdentity?
  /// The Region.
  public let region: String
  /// The endpoint's URL.
  public let endpoint: String
  /// The associations, unique, sorted by stack, then user.
  public internal(set) var entries: [Association]
  /// What every entry says of mail; `nil` leaves it out.
  public let sendEmailNotification: Bool?
  /// The reason or ticket that the operator gave.
  public internal(set) var reason: String?
  /// Who planned it, and from where.
  public internal(set) var origin: Origin
  /// When it was made, whoever sends it.
  public let created: Date
  /// How many stacks were not read to their end when people were selected by name.
  public let stacksNotRead: Int
  /// The run that this one retries or undoes.
  public let follows: RunID?
  /// For how long after its making it may be sent; `nil` for ``PlanValidity/standard``.
  public let validity: PlanValidity?
  /// How it came to be, where it is not as it was made any more: sent by somebody else, or with a caller whom STS named
  /// later.
  public internal(set) var made: PlanMaking?

  /// Freezes a plan: sorts `entries` and takes each once.
  ///
  /// - Parameters:
  ///   - operation: What is done to every entry.
  ///   - entries: The associations, in any order.
  ///   - target: Where it is to be sent, and as whom.
  ///   - authorship: Who makes it, for which reason, and when.
  ///   - sendEmailNotification: What every entry says of mail; `nil` leaves it out.
  ///   - stacksNotRead: How many stacks were not read to their end when people were selected by name.
  ///   - follows: The run that this one retries or undoes.
  ///   - validity: For how long after its making it may be sent; `nil` for ``PlanValidity/standard``.
  public init(
    operation: RunOperation,
    entries: some Sequence<Association>,
    target: Target,
    authorship: Authorship,
    sendEmailNotification: Bool? = nil,
    stacksNotRead: Int = 0,
    follows: RunID? = nil,
    validity: PlanValidity? = nil
  ) {
    self.operation = operation
    caller = target.caller
    region = target.region
    endpoint = target.endpoint
    self.entries = Self.sorted(entries)
    self.sendEmailNotification = sendEmailNotification
    reason = authorship.reason
    origin = authorship.origin
    created = PlanTime.whole(authorship.created)
    self.stacksNotRead = stacksNotRead
    self.follows = follows
    self.validity = validity
  }

  /// Reads a plan that was written down; one whose entries are not unique and sorted is none of ours, and refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    operation = try container.decode(RunOperation.self, forKey: .operation)
    caller = try container.decodeIfPresent(CallerIdentity.self, forKey: .caller)
    region = try container.decode(String.self, forKey: .region)
    endpoint = try container.decode(String.self, forKey: .endpoint)
    entries = try container.decode([Association].self, forKey: .entries)
    sendEmailNotification = try container.decodeIfPresent(Bool.self, forKey: .sendEmailNotification)
    reason = try container.decodeIfPresent(String.self, forKey: .reason)
    origin = try container.decode(Origin.self, forKey: .origin)
    created = try container.decode(Date.self, forKey: .created)
    stacksNotRead = try container.decode(Int.self, forKey: .stacksNotRead)
    follows = try container.decodeIfPresent(RunID.self, forKey: .follows)
    validity = try container.decodeIfPresent(PlanValidity.self, forKey: .validity)
    made = try container.decodeIfPresent(PlanMaking.self, forKey: .made)
    guard entries.isSorted else {
      throw DecodingError.dataCorruptedError(
        forKey: .entries,
        in: container,
        debugDescription: "The entries of a plan are unique and sorted by stack, user and authentication type."
      )
    }
  }

  /// Each of `entries` once, by stack, user and authentication type.
  static func sorted(_ entries: some Sequence<Association>) -> [Association] {
    let entries = Array(entries)
    // What is taken from another plan is in order already, and to sort it again would take longer than all the rest.
    return entries.isSorted ? entries : Set(entries).sorted()
  }

  /// The names of the stacks it touches, sorted.
  public var stackNames: [String] { Set(entries.map(\.stackName)).sorted() }

  /// What it takes to send all of it.
  public var figures: PlanFigures { PlanFigures(entries) }
}

extension [Association] {
  /// Whether each is there once, in the order of a plan.
  var isSorted: Bool { adjacentPairs().allSatisfy(<) }
}
