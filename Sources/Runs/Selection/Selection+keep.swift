public import AppStream
public import PlainText

/// Why a list of people to keep is not taken.
public enum KeepListError: Error, Sendable, Equatable, SentenceConvertible {
  /// No user has these names, so a typing error may stand for someone who would be taken off.
  case notFound([Unmatched])

  /// How many names a sentence has at most; the rest is counted.
  private static let namesShown = 10

  /// The sentences that a person reads.
  public var sentence: Line {
    switch self {
    case .notFound(let names):
      let more: Line = names.count > Self.namesShown ? " and \(names.count - Self.namesShown) more" : ""
      return "The list of people to keep has \(names.count.of("address", plural: "addresses")) that no user has: "
        + names.prefix(Self.namesShown).map(Self.shown).joined(separator: ", ") + more
        + ". \(NothingSent.words): correct the list, or take what is wrong out of it."
    }
  }
}

extension KeepListError {
  /// The name, where it stands, and who may be meant.
  private static func shown(_ name: Unmatched) -> Line {
    let place: Line? = name.source.map { "\($0.file) line \($0.line)" }
    let near = name.candidates.isEmpty ? nil : "near " + name.candidates.map { Line($0) }.joined(separator: " and ")
    let parts = [place, near].compactMap(\.self)
    return Line(name.userName) + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
  }
}

extension Selection {
  /// The selection without the people in `kept`.
  ///
  /// Safety is the other way round than in selecting: everyone whose name looks like one of `kept` is left out as well,
  /// and an address that no user has is refused. `associations` and `knownUsers` are all that are known, as for
  /// ``select(_:among:knownUsers:isAccountRead:)``.
  ///
  /// - Throws: ``KeepListError`` with the addresses that no user has.
  public func leavingOut(
    _ kept: [String],
    among associations: [Association],
    knownUsers: [String]?
  ) throws(KeepListError) -> Selection {
    try leavingOut(kept, among: associations, knownUsers: knownUsers, sources: [:])
  }

  /// The same; `sources` says where lists have the people, for the refusal.
  package func leavingOut(
    _ kept: [String],
    among associations: [Association],
    knownUsers: [String]?,
    sources: [ExactText: Unmatched.Source]
  ) throws(KeepListError) -> Selection {
    let names = associations.map(\.userName) + (knownUsers ?? [])
    let users = LookAlikes(names)
    let alike = kept.map { (address: $0, others: users.others(like: $0)) }
    let notFound = alike.filter { $0.others.isEmpty && !users.contains($0.address) }
    guard notFound.isEmpty else {
      var near = NearNames(names)
      throw .notFound(
        notFound.map { address, _ in
          let nearest = near.nearest(to: address)
          return Unmatched(
            userName: address,
            reason: .notFound,
            candidates: nearest?.names ?? [],
            likeness: nearest?.likeness,
            source: sources[ExactText(address)]
          )
        }
      )
    }

    let keptNames = Set(alike.flatMap { [$0.address] + $0.others }.map(ExactText.init))
    var selection = self
    selection.associations.removeAll { keptNames.contains(ExactText($0.userName)) }
    let (before, after) = (userNames(of: self.associations), userNames(of: selection.associations))
    selection.report.kept = before.count - after.count
    selection.report.lines += lines(onKept: selection.associations, alike: alike)
    return selection
  }

  private func userNames(of associations: [Association]) -> Set<ExactText> {
    Set(associations.map { ExactText($0.userName) })
  }

  private func lines(
    onKept remaining: [Association],
    alike: [(address: String, others: [String])]
  ) -> [Line] {
    let selectedUsers = userNames(of: associations)
    let count = associations.count - remaining.count
    let summary = count.of("association is", plural: "associations are") + " left out by the list of people to keep."
    let listed = Set(alike.map { ExactText($0.address) })
    return [summary]
      + alike.flatMap { address, others in
        others.filter { selectedUsers.contains(ExactText($0)) && !listed.contains(ExactText($0)) }
          .map { "\($0) is kept: it looks like \(address)." as Line }
      }
  }
}
