/// How many entries a run may be begun with, and who says so.
public enum Bound: Sendable, Equatable {
  /// An option of this process.
  case option(Int)
  /// Nobody, where nobody is asked either.
  case unasked
  /// The settings.
  case setting(Int)

  /// What nobody is asked about, at most.
  public static let unaskedLimit = 500

  /// The number.
  public var limit: Int {
    switch self {
    case .option(let limit), .setting(let limit): limit
    case .unasked: Self.unaskedLimit
    }
  }
}

/// How many of a stack's people a plan concerns.
public struct StackShare: Sendable, Equatable {
  /// The stack.
  public var stackName: String
  /// How many people would be sent for.
  public var people: Int
  /// How many people are on it.
  public var size: Size

  /// How many people a stack has, as far as that is known.
  public enum Size: Sendable, Equatable {
    /// All of them were read.
    case exactly(Int)
    /// Not all of them were read: it has so many, or more.
    case atLeast(Int)
    /// None were read.
    case unknown
  }

  /// A share of fewer people than that is no measure of anything.
  public static let leastPeople = 10

  /// Makes one.
  public init(stackName: String, people: Int, size: Size) {
    self.stackName = stackName
    self.people = people
    self.size = size
  }

  /// Whether it is more than so many percent; where not all people were read, whether it may be.
  public func isAbove(percent: Int) -> Bool {
    switch size {
    case .exactly(let total): total >= Self.leastPeople && people * 100 > percent * total
    // People who were not read only make the share smaller, but the stack may be big enough for one.
    case .atLeast(let total): people * 100 > percent * total
    case .unknown: true
    }
  }

  /// How many of how many people it is: `39 of 87 people`.
  public var text: String { "\(people) of \(size.text) people" }
}

extension StackShare.Size {
  /// The number, as far as it is known: `87`, `at least 87`.
  public var text: String {
    switch self {
    case .exactly(let total): "\(total)"
    case .atLeast(let total): "at least \(total)"
    case .unknown: "an unknown number of"
    }
  }
}
