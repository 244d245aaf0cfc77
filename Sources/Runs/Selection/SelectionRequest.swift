import AppStream
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

extension SelectionRequest {
  /// The users whose associations settle what the addresses mean, where a whole user pool alone can name them.
  ///
  /// - Parameter pool: The names of all users of the pool.
  /// - Returns: The addresses and, for those in another case only, the users that they may stand for; `nil` without
  ///   addresses, or when one of them is like nobody in the pool, so that only the stacks can say whether somebody who
  ///   is in no pool has it.
  public func people(in pool: [String]) -> [String]? {
    guard let addresses else { return nil }
    let users = LookAlikes(pool)
    var people: Set<ExactText> = []
    for address in addresses {
      let meant = users.contains(address) ? [address] : users.others(like: address)
      guard !meant.isEmpty else { return nil }
      people.formUnion(meant.map(ExactText.init))
    }
    return people.sorted().map(\.text)
  }
}
