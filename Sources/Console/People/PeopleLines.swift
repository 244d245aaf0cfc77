import AppStream
import BitCollections
import PeopleLists
import PlainText
import Screen

/// A line of what is said of the people of a list.
struct PeopleLine: Sendable, Equatable {
  var text: Line
  /// What stands at the end of it.
  var atEnd: Line = ""
  var style: Style = .text
}

/// What is said of the people of a list, laid out in lines: the figures, and each person who is not taken as written.
struct PeopleLines {
  private static let indent = 5
  /// How many people of a section have lines; nobody reads more, and to lay them out must not make a key late.
  private static let mostListed = 2000

  private let report: PeopleReport
  private let findings: PeopleFindings
  private let columns: Int
  private let countWidth: Int

  /// How many columns the figures take that the lines begin with.
  private static func width(of findings: PeopleFindings) -> Int {
    let counts = [findings.exact.people, findings.inOtherCase, findings.onNoStack, findings.nobody, findings.kept]
    return max(2, counts.map { "\($0)".count }.max() ?? 0)
  }

  private init(_ report: PeopleReport, _ findings: PeopleFindings, columns: Int) {
    (self.report, self.findings, self.columns) = (report, findings, columns)
    countWidth = Self.width(of: findings)
  }

  /// The lines of `report` on a screen of `columns` columns; none while nothing is known of its people.
  static func of(_ report: PeopleReport, columns: Int) -> [PeopleLine] {
    guard let findings = report.findings else { return [] }
    let lines = PeopleLines(report, findings, columns: columns)
    return lines.exact + lines.inOtherCase + lines.onNoStack + lines.nobody + lines.kept + lines.remarks
  }

  private var exact: [PeopleLine] {
    let share = findings.exact
    let figures: Line = "\(share.rows.count.of("row")), \(share.stacks.of("stack"))"
    let words: Line = share.people == 1 ? "matches exactly" : "match exactly"
    return [PeopleLine(text: counted(share.people, words), atEnd: share.rows.isEmpty ? "" : figures, style: .heading)]
  }

  private var inOtherCase: [PeopleLine] {
    let people = findings.people.filter { if case .otherCase = $0.match { true } else { false } }
    let words: Line = people.count == 1 ? "differs only in case" : "differ only in case"
    let taken: Line =
      report.takesOtherCase ? ": \(findings.takeable) \(findings.takeable == 1 ? "is" : "are") taken" : ""
    return section(people, words + taken)
  }

  private var onNoStack: [PeopleLine] {
    guard findings.onNoStack > 0 else { return [] }
    let verb: Line = findings.onNoStack == 1 ? "is" : "are"
    let words: Line = "\(verb) in the pool and on none of the stacks read"
    return [PeopleLine(text: counted(findings.onNoStack, words), style: .heading)]
  }

  private var nobody: [PeopleLine] {
    let people = findings.people.filter { if case .nobody = $0.match { true } else { false } }
    return section(people, findings.extent.isWhole ? "nobody has" : "nobody has, as far as is read")
  }

  private var kept: [PeopleLine] {
    guard findings.kept > 0 else { return [] }
    let words: Line = findings.kept == 1 ? "is kept" : "are kept"
    return [PeopleLine(text: counted(findings.kept, "\(words): not taken"), style: .heading)]
  }

  /// What the list has beside people, where it has anything.
  private var remarks: [PeopleLine] {
    guard let list = report.list, list.remarks.count > 1 || list.account.passedOver > 0 else { return [] }
    return list.remarks.flatMap { $0.wrapped(to: columns) }.map { PeopleLine(text: $0, style: .dim) }
  }

  private func section(_ people: [FoundPerson], _ words: Line) -> [PeopleLine] {
    guard !people.isEmpty else { return [] }
    let rest = people.count - Self.mostListed
    let blank = String(repeating: " ", count: Self.indent)
    let more = rest > 0 ? [PeopleLine(text: "\(blank)and \(rest) more, all of whom can be written to a file")] : []
    let heading = PeopleLine(text: counted(people.count, words), style: .heading)
    return [heading] + lines(of: Array(people.prefix(Self.mostListed))) + more
  }

  private func counted(_ count: Int, _ words: Line) -> Line {
    let number = String(count)
    return "\(String(repeating: " ", count: max(0, countWidth - number.count)))\(number) \(words)"
  }

  /// A line for each person, or two where one has no room: no name is cut, so that none looks like another.
  private func lines(of people: [FoundPerson]) -> [PeopleLine] {
    let noun: Line = report.list?.countsItems == true ? "item" : "line"
    let labels = people.map { "\(noun) \($0.line)" as Line }
    let names = people.map { Line($0.address) }
    let texts = people.map { text(of: $0) }
    let start = Self.indent + (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    // Half of the room at most, so that one long address does not push away what is said of the others.
    let most = (columns - start) / 2
    let width = names.map { DisplayWidth.of($0) }.filter { $0 <= most }.max() ?? 0
    let blank = Line(String(repeating: " ", count: Self.indent))
    return people.indices.flatMap { place -> [PeopleLine] in
      let label = blank + labels[place].fitted(to: start - Self.indent)
      let aside = label + names[place].fitted(to: max(width, DisplayWidth.of(names[place]))) + "  " + texts[place]
      if DisplayWidth.of(aside) <= columns { return [PeopleLine(text: aside)] }
      let rest = Line(String(repeating: " ", count: start))
      let pieces = names[place].wrapped(to: columns - start) + texts[place].wrapped(to: columns - start)
      return pieces.enumerated().filter { !$0.element.isEmpty }
        .map { PeopleLine(text: ($0.offset == 0 ? label : rest) + $0.element) }
    }
  }

  /// What is said of a person who is not taken as written.
  private func text(of person: FoundPerson) -> Line {
    switch person.match {
    case .user, .kept: return ""
    case .nobody(let near, let likeness):
      guard !near.isEmpty else { return "" }
      let names = near.map { Line($0) }.joined(separator: " or ")
      return likeness == .normalForm || likeness == .confusable ? "looks like: \(names)" : "near: \(names)"
    case .otherCase(let candidates):
      guard candidates.count == 1 else { return "is \(alternatives(candidates.map(\.name))): not taken" }
      let candidate = candidates[0]
      if candidate.isKept { return "is \(candidate.name): kept, not taken" }
      guard !candidate.rows.isEmpty else { return "is \(candidate.name) (on none of the stacks read)" }
      let verb: Line = report.takesOtherCase ? "taken as" : "is"
      return "\(verb) \(candidate.name) (\(candidate.rows.count.of("row")))"
    }
  }

  /// `Ada.Byron or ada.byron`: without the domain where all have the same one and that tells them apart.
  private func alternatives(_ names: [String]) -> Line {
    let parts = names.map { $0.split(separator: "@", omittingEmptySubsequences: false) }
    let isOneDomain = parts.allSatisfy { $0.count == 2 && $0[1].utf8.elementsEqual(parts[0][1].utf8) }
    return (isOneDomain ? parts.map { String($0[0]) } : names).map { Line($0) }.joined(separator: " or ")
  }
}
