public import AWSClientCore
import AppStream
public import FoundationEssentials
import PlainText

/// What the service said of a plan right before it is confirmed.
public struct Check: Sendable, Equatable {
  /// Which of the plan's entries are there, are gone, or could not be read, stack by stack.
  public var stacks: [StackCheck]
  /// Who calls the service; `nil` when STS did not say in time.
  public var caller: CallerIdentity?
  /// The id of the access key that signed all of it; `nil` where that is not known, or there was more than one.
  public var accessKeyID: String?
  /// When it was finished.
  public var finished: Moment

  /// A check older than this is repeated before anything is sent.
  public static let goodFor: Duration = .seconds(60)

  /// Makes a check.
  public init(stacks: [StackCheck], caller: CallerIdentity?, accessKeyID: String? = nil, finished: Moment) {
    self.stacks = stacks
    self.caller = caller
    self.accessKeyID = accessKeyID
    self.finished = finished
  }

  /// When it was finished, for people.
  public var time: Date { finished.date }

  /// Whether it is still fresh enough to send on, as of `instant`: a wall clock that is set back makes nothing fresh.
  public func isFresh(at instant: ContinuousClock.Instant) -> Bool {
    instant - finished.instant <= Self.goodFor
  }

  /// What it means for a run of the plan that was checked: entries that need not be sent are settled.
  public var records: [RunRecord] {
    stacks.compactMap { stack in
      guard stack.failure == nil else { return nil }
      return .observed(stack: stack.name, present: stack.present, gone: stack.gone, unreadable: [])
    }
  }

  /// Why it cannot be sent: the first stack that could not be read.
  public var failure: ServiceError? { stacks.lazy.compactMap(\.failure).first }
}

/// What the service said of a plan's entries on one stack.
public struct StackCheck: Sendable, Equatable {
  /// The stack.
  public var name: String
  /// The indices of the entries that are there.
  public var present: [Int]
  /// The indices of the entries that are not.
  public var gone: [Int]
  /// How many people are on it in all, as far as was read.
  public var total: Int
  /// Whether no row was missing where they were counted.
  public var isWhole: Bool
  /// How many calls its reading took.
  public var calls: Int
  /// Why it could not be read.
  public var failure: ServiceError?

  /// Makes one.
  public init(
    name: String,
    present: [Int],
    gone: [Int],
    total: Int,
    isWhole: Bool = true,
    calls: Int = 1,
    failure: ServiceError? = nil
  ) {
    self.name = name
    self.present = present
    self.gone = gone
    self.total = total
    self.isWhole = isWhole
    self.calls = calls
    self.failure = failure
  }

  /// How many people are on it, as far as that is known.
  public var size: StackShare.Size {
    if failure != nil { return .unknown }
    return isWhole ? .exactly(total) : .atLeast(total)
  }
}
