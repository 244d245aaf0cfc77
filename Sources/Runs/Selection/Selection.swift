public import AppStream
import PlainText

/// The associations that a request means, found without guessing.
///
/// Names are matched byte for byte: another case or another Unicode normal form is another user.
public struct Selection: Sendable, Equatable {
  /// The associations taken, each once, in the order of a plan.
  public var associations: [Association]
  /// The addresses for which no user was taken, in the order they were given.
  public var unmatched: [Unmatched]
  /// What became of every address.
  public var report: SelectionReport

  /// Makes a selection.
  public init(
    associations: [Association] = [],
    unmatched: [Unmatched] = [],
    report: SelectionReport = SelectionReport()
  ) {
    self.associations = associations
    self.unmatched = unmatched
    self.report = report
  }

  /// Finds what `request` means among `associations`, those of the whole account where they are known.
  ///
  /// `knownUsers` are the names of the user pool, or `nil` where it could not be read. A user who is known, from the
  /// pool or from another stack, and has no association on the stacks is not unmatched: nothing is left to do.
  ///
  /// `isAccountRead` says whether `associations` are all that the people concerned have; `nil` takes that for so where
  /// the request names no stack.
  public static func select(
    _ request: SelectionRequest,
    among associations: [Association],
    knownUsers: [String]?,
    isAccountRead: Bool? = nil
  ) -> Selection {
    let stacks = Set(request.stacks)
    let scope = associations.filter { stacks.isEmpty || stacks.contains($0.stackName) }
    guard let addresses = request.addresses else { return everyone(in: scope) }

    var matching = Matching(
      scope: scope,
      associations: associations,
      isAccountRead: isAccountRead ?? request.stacks.isEmpty,
      knownUsers: knownUsers ?? [],
      request: request
    )
    for address in addresses {
      matching.take(address)
    }
    return matching.selection(isPoolRead: knownUsers != nil)
  }

  private static func everyone(in scope: [Association]) -> Selection {
    let taken = sortedOnce(scope)
    let stacksOfUser = Dictionary(grouping: taken) { ExactText($0.userName) }.mapValues { Set($0.map(\.stackName)) }
    var report = SelectionReport()
    report.matched = stacksOfUser.count
    report.inSeveralStacks = stacksOfUser.values.count { $0.count > 1 }
    report.lines = [
      report.matched.of("user has", plural: "users have")
        + " " + taken.count.of("association") + " there."
    ]
    return Selection(associations: taken, report: report)
  }

  /// Each of `associations` once, in the order of a plan.
  static func sortedOnce(_ associations: [Association]) -> [Association] {
    Set(associations).sorted()
  }
}
