package import AppStream

/// One thing that goes wrong, and when.
package struct Fault: Sendable, Equatable {
  /// What goes wrong.
  package enum Kind: Sendable, Equatable {
    /// `ThrottlingException` "Rate exceeded" for calls above `rate` a second, after a first `burst`.
    case throttle(rate: Double, burst: Double)
    /// A 5xx answer of the service's own; `isApplied`: what was asked is done all the same.
    case serverError(status: Int, isApplied: Bool)
    /// The connection ends without a response.
    case drop(isApplied: Bool)
    /// The connection stays open, and no response comes.
    case hang(isApplied: Bool)
    /// A proxy answers in HTML instead of the service.
    case html(status: Int, isApplied: Bool)
    /// Half of the response arrives, then the connection ends; what was asked is done.
    case truncate
    /// The response comes late; what was asked is done at once.
    case delay(Duration)
    /// An item error for items with this user and this stack (`nil`: any).
    case item(userName: String?, stackName: String?, ItemFailure)
    /// An item error for an association that was not in the batch; `nil`: an error that names none.
    case strayItem(Association?, ItemFailure)
    /// `AccessDeniedException` for calls that touch one of these stacks; `nil`: for the whole operation.
    case forbidden(stacks: [String]?)
    /// A whole-call error of any kind; nothing is done.
    case refuse(EmulatedRefusal)
    /// From the second page on, the next page's token is the one that the page was asked for with.
    case repeatedToken
    /// Before each page but the first comes an empty one.
    case emptyPage
    /// The service's clock is off by so many seconds.
    case clockSkew(seconds: Double)
    /// `ExpiredTokenException` for this key; `nil`: for every key.
    case expiredKey(String?)
  }

  /// What goes wrong.
  package var kind: Kind
  /// When it does.
  package var trigger: FaultTrigger

  /// Makes a fault.
  package init(_ kind: Kind, _ trigger: FaultTrigger = FaultTrigger()) {
    self.kind = kind
    self.trigger = trigger
  }
}

/// When a fault fires: all that is given must hold.
package struct FaultTrigger: Sendable, Equatable {
  /// The operations it is for; `nil`: all.
  package var operations: Set<String>?
  /// How likely it is, from 0 through 1.
  package var probability: Double
  /// Only the first so many calls that it is for.
  package var first: Int?
  /// Not the first so many calls that it is for.
  package var after: Int?
  /// At most so many times.
  package var times: Int?
  /// Only when the emulator has run for so many seconds.
  package var afterSeconds: Double?

  /// Makes a trigger; without arguments it always holds.
  package init(
    operations: Set<String>? = nil,
    probability: Double = 1,
    first: Int? = nil,
    after: Int? = nil,
    times: Int? = nil,
    afterSeconds: Double? = nil
  ) {
    self.operations = operations
    self.probability = probability
    self.first = first
    self.after = after
    self.times = times
    self.afterSeconds = afterSeconds
  }
}

extension Fault.Kind {
  /// Where in the handling of a call a fault acts.
  enum Stage: Sendable {
    /// Whatever else happens: lateness and clocks.
    case always
    /// Before the service sees the call.
    case arrival
    /// After the signature was checked and before anything is done.
    case frontDoor
    /// For single items of a batch.
    case item
    /// For pages of a list.
    case page
    /// When everything is done and the response is ready.
    case departure
  }

  /// Where it acts.
  var stage: Stage {
    switch self {
    case .delay, .clockSkew: .always
    case .serverError(_, let isApplied), .drop(let isApplied), .hang(let isApplied), .html(_, let isApplied):
      isApplied ? .departure : .arrival
    case .throttle, .forbidden, .refuse, .expiredKey: .frontDoor
    case .item, .strayItem: .item
    case .repeatedToken, .emptyPage: .page
    case .truncate: .departure
    }
  }

  /// Its name in the faults file and in the request log.
  var name: String {
    switch self {
    case .throttle: "throttle"
    case .serverError: "serverError"
    case .drop: "drop"
    case .hang: "hang"
    case .html: "html"
    case .truncate: "truncate"
    case .delay: "delay"
    case .item: "item"
    case .strayItem: "strayItem"
    case .forbidden: "forbidden"
    case .refuse: "refuse"
    case .repeatedToken: "repeatedToken"
    case .emptyPage: "emptyPage"
    case .clockSkew: "clockSkew"
    case .expiredKey: "expiredKey"
    }
  }
}
