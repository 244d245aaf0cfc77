/// What an emulator begins with: a directory, and the faults that belong to it.
package struct Seed: Sendable {
  /// The stacks, users and associations.
  package var directory: EmulatedDirectory
  /// Faults that are part of the scenery, such as users that cannot be removed.
  package var faults: [Fault]

  /// Makes a seed.
  package init(directory: EmulatedDirectory = EmulatedDirectory(), faults: [Fault] = []) {
    self.directory = directory
    self.faults = faults
  }

  /// No data at all.
  package static let empty = Seed()

  /// Reads a seed's name: `demo`, or `SxUxA` for so many stacks, users and associations.
  package init(parsing text: String) throws(SeedError) {
    if text == "demo" {
      self = .demo
      return
    }
    let numbers = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let stacks = numbers[0], let users = numbers[1], let associations = numbers[2],
      (0...100_000).contains(stacks), (0...10_000_000).contains(users), associations >= 0
    else { throw .unknown(text) }
    guard associations <= stacks * users else {
      throw .tooManyAssociations(stacks: stacks, users: users, associations: associations)
    }
    self = .generated(stacks: stacks, users: users, associations: associations)
  }
}

/// Why a text is no seed.
package enum SeedError: Error, Sendable, Equatable, CustomStringConvertible {
  /// It is neither a name nor three numbers.
  case unknown(String)
  /// There are not as many pairs of a stack and a user.
  case tooManyAssociations(stacks: Int, users: Int, associations: Int)

  package var description: String {
    switch self {
    case .unknown(let text):
      "\"\(text)\" is not a seed. Give demo, or numbers of stacks, users and associations such as 50x10000x50000."
    case .tooManyAssociations(let stacks, let users, let associations):
      "\(associations) associations are more than \(stacks) stacks and \(users) users have pairs. "
        + "Give \(stacks * users) or fewer."
    }
  }
}

extension Seed {
  /// A load: stacks `stack-0001`…, users `user-000001@load.example`…, and associations spread evenly over both.
  static func generated(stacks: Int, users: Int, associations: Int) -> Seed {
    var builder = SeedBuilder()
    let stackNames = (0..<stacks).map { "stack-\(padded($0 + 1, to: 4))" }
    let userNames = (0..<users).map { "user-\(padded($0 + 1, to: 6))@load.example" }
    for name in stackNames { builder.addStack(name, displayName: "Stack \(name.suffix(4))") }
    for name in userNames { builder.addUser(name) }
    // Users in turn; each time round, everybody gets the next stack.
    for index in 0..<associations {
      let user = index % users
      builder.associate(userNames[user], stackNames[(user + index / users) % stacks])
    }
    return Seed(directory: builder.directory)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
