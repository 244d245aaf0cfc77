public import AWSClientCore
public import FoundationEssentials

/// How far a list has been read.
public enum Reading: Sendable, Equatable {
  /// Nobody has asked for it yet.
  case waiting
  /// It is being read; so many pages are here.
  case reading(pages: Int)
  /// It was read to its end.
  case complete(at: Date)
  /// It was read up to a page that failed; so many pages before it are here.
  case partial(pages: Int, ServiceError)

  /// Whether everything is here.
  public var isComplete: Bool {
    if case .complete = self { true } else { false }
  }

  /// Whether it is under way.
  public var isReading: Bool {
    if case .reading = self { true } else { false }
  }

  /// How many pages are here so far, where that matters.
  var pages: Int {
    switch self {
    case .waiting, .complete: 0
    case .reading(let pages), .partial(let pages, _): pages
    }
  }
}

/// Something that was read from the service, or that could not be.
public enum EstateEvent: Sendable, Equatable {
  /// The list of stacks is being read from its beginning.
  case stackListStarted
  /// A page of stacks.
  case stacks([Stack])
  /// The end of the list of stacks, or why there is no more of it.
  case stackListEnded(ServiceError?, at: Date)
  /// A stack's associations are being read from their beginning.
  case associationsStarted(stack: String)
  /// A page of a stack's associations.
  case associations(stack: String, [UserStackAssociation])
  /// The end of a stack's associations, or why there is no more of them.
  case associationsEnded(stack: String, ServiceError?, at: Date)
  /// The list of users is being read from its beginning.
  case userListStarted
  /// A page of users.
  case users([User])
  /// The end of the list of users, or why there is no more of it.
  case userListEnded(ServiceError?, at: Date)
}
