public import AppStream
import PlainText

/// An association that a list names, and where.
public struct SourcedAssociation: Sendable, Equatable {
  /// The association.
  public var association: Association
  /// Where it stands.
  public var source: Unmatched.Source

  /// Makes one.
  public init(association: Association, source: Unmatched.Source) {
    self.association = association
    self.source = source
  }
}

extension Selection {
  /// The listed associations whose users are known, whether they are associated or not.
  ///
  /// A user whom nobody knows, or who is known in another case only, is unmatched, as in a list of people: the pair
  /// would else count as gone while the one who was meant keeps the access. Users of other types than the user pool's
  /// are in no pool, so that only another case tells of them.
  ///
  /// - Parameters:
  ///   - listed: What the lists name.
  ///   - associations: What was read of the listed stacks.
  ///   - knownUsers: The names of the user pool, or `nil` where it could not be read.
  ///   - ignoresCase: Whether a user is taken who differs only in case, where there is exactly one.
  public static func select(
    _ listed: [SourcedAssociation],
    among associations: [Association],
    knownUsers: [String]?,
    ignoresCase: Bool
  ) -> Selection {
    let names = associations.map(\.userName) + (knownUsers ?? [])
    let users = LookAlikes(names)
    var near: NearNames?
    var taken: Set<Association> = []
    var selection = Selection()
    var said: Set<ExactText> = []
    for item in listed {
      var association = item.association
      let name = association.userName
      let inAnotherCase = users.contains(name) ? [] : users.othersInCase(of: name)
      if inAnotherCase.count == 1, ignoresCase {
        association.userName = inAnotherCase[0]
        if said.insert(ExactText(name)).inserted {
          selection.report.lines.append(
            "\(name) is taken for \(association.userName), which differs only in case."
          )
        }
      } else if !users.contains(name), !inAnotherCase.isEmpty || association.authenticationType == .userpool {
        guard said.insert(ExactText(name)).inserted else { continue }
        var nearNames = near ?? NearNames(names)
        let nearest = inAnotherCase.isEmpty ? nearNames.nearest(to: name) : nil
        near = nearNames
        selection.unmatched.append(
          Unmatched(
            userName: name,
            reason: inAnotherCase.isEmpty ? .notFound : .caseDiffers,
            candidates: inAnotherCase.isEmpty ? nearest?.names ?? [] : inAnotherCase,
            likeness: nearest?.likeness,
            source: item.source
          )
        )
        continue
      }
      taken.insert(association)
    }
    selection.associations = taken.sorted()
    let stacksOfUser = Dictionary(grouping: taken) { ExactText($0.userName) }.mapValues { Set($0.map(\.stackName)) }
    selection.report.matched = stacksOfUser.count
    selection.report.inSeveralStacks = stacksOfUser.values.count { $0.count > 1 }
    selection.report.notFound = selection.unmatched.count { $0.reason == .notFound }
    selection.report.caseDiffers = selection.unmatched.count { $0.reason == .caseDiffers }
    selection.report.lines += selection.unmatched.map(\.sentence)
    if selection.report.notFound > 0, knownUsers == nil {
      selection.report.lines.append("The user pool was not read: who is not found may be a user without any stack.")
    }
    return selection
  }
}
