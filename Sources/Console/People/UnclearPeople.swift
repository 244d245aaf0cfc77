import PeopleLists
import PlainText

/// People of a list to keep who are nobody, or of whom it is not clear who they are: nobody is kept then.
struct UnclearPeople {
  /// How many are listed; the rest are counted.
  private static let mostShown = 20

  private let people: [FoundPerson]
  private let extent: ReadExtent
  private let source: String
  private let noun: Line

  init(_ people: [FoundPerson], _ extent: ReadExtent, _ report: PeopleReport) {
    (self.people, self.extent) = (people, extent)
    source = report.request.source.name
    noun = report.list?.countsItems == true ? "item" : "line"
  }

  /// What a person reads: each of them with its line, and what to do.
  var sentences: [Line] {
    let more = people.count - Self.mostShown
    var sentences = people.prefix(Self.mostShown).map { person -> Line in
      "\(source), \(noun) \(person.line): \(person.address) \(Self.fault(of: person.match))."
    }
    if more > 0 { sentences.append("And \(more) more.") }
    sentences.append(
      extent.isWhole
        ? "Nobody of the list is kept: correct it, or take what is wrong out of it."
        : "Nobody of the list is kept. \(extent.text), so they may be there all the same: give the list once all is read."
    )
    return sentences
  }

  private static func fault(of match: FoundPerson.Match) -> Line {
    switch match {
    case .nobody(let near, _):
      near.isEmpty ? "is nobody" : "is nobody (near \(near.map { Line($0) }.joined(separator: " and ")))"
    case .otherCase(let candidates):
      "may be \(candidates.map { Line($0.name) }.joined(separator: " or "))"
    case .user, .kept: "is one person"
    }
  }
}
