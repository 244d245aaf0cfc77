public import PlainText

/// What became of the addresses of a request, in numbers and in sentences.
public struct SelectionReport: Sendable, Equatable {
  /// The addresses with at least one association taken, before anybody is kept; without addresses, the users found on
  /// the stacks.
  public var matched = 0
  /// The addresses that no user has.
  public var notFound = 0
  /// The addresses that a user has in another case only, and that are not taken.
  public var caseDiffers = 0
  /// The matched users who have associations taken on more than one stack, before anybody is kept.
  public var inSeveralStacks = 0
  /// The addresses whose user is known and has no association on the stacks.
  public var nothingLeft = 0
  /// Those of ``nothingLeft`` whose user is on no stack at all; `nil` where not every stack was read.
  public var onNoStack: Int?
  /// The users who would have been taken, and are left out by the list of people to keep.
  public var kept = 0
  /// The lines of lists that name nobody: blank ones, comments, headers and the like.
  public var passedOver = 0
  /// The same for a person, a sentence or two a line; names are visible.
  public var lines: [Line] = []

  /// Makes a report of nothing.
  public init() {}
}
