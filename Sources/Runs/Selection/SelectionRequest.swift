package import PlainText

/// Whose associations an operator asks for.
public struct SelectionRequest: Sendable, Equatable {
  /// The stacks to look at; none means all.
  public var stacks: [String]
  /// The users to look for; `nil` means everyone on the stacks, and an empty list means nobody.
  public var addresses: [String]?
  /// Where lists have the addresses.
  package var sources: [ExactText: Unmatched.Source] = [:]
  /// Whether a user is taken who differs only in case from an address, where there is exactly one.
  public var ignoresCase: Bool

  /// Makes a request.
  public init(stacks: [String] = [], addresses: [String]?, ignoresCase: Bool = false) {
    self.stacks = stacks
    self.addresses = addresses
    self.ignoresCase = ignoresCase
  }
}
