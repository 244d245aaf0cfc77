import AppStream
import PeopleLists
import PlainText
import Screen

/// Lists of people: read first, then looked for in what has been read of the account, and only then marked or kept.
extension ConsoleState {
  /// Opens the report on a list, which is read for it.
  mutating func readPeople(from source: PeopleSource, for use: PeopleUse) -> [Effect] {
    listsAsked += 1
    let request = PeopleRequest(number: listsAsked, source: source, use: use)
    peopleReport = PeopleReport(request)
    return [.task(.readPeople(request))]
  }

  /// Takes lines that were pasted into the list or into a prompt over it as people, rather than as keys, a filter or a
  /// command.
  ///
  /// - Parameter text: The text as it was pasted, so that the numbers of its lines are those that somebody sees.
  mutating func offerPeople(from text: String) -> [Effect] {
    guard type(of: screens.top).kind == .list else {
      message = .warning("Several pasted lines are for the list; none was taken.")
      return []
    }
    return readPeople(fromPaste: text, for: .mark)
  }

  /// Opens the report on a list that was pasted; what was being typed is given up.
  mutating func readPeople(fromPaste text: String, for use: PeopleUse) -> [Effect] {
    // A cut paste may end in the middle of an address, and be another one.
    guard text.utf8.count < KeyDecoder.pasteLimit - 3 else {
      message = .warning(
        "A paste of 1 MiB may have been cut, so it was not taken: \(keys.list.name(of: .listedPeople)) reads a file."
      )
      return []
    }
    let effects = prompt?.screen.interrupt(&self) ?? []
    message = nil
    return effects + readPeople(from: .pasted(text), for: use)
  }

  /// Takes in what became of a list; one that somebody left meanwhile says nothing any more.
  mutating func take(_ event: PeopleEvent) {
    switch event {
    case .read(let list, let number):
      guard let request = peopleReport?.request, request.number == number else { return }
      guard !list.people.isEmpty else {
        let whom: Line = request.use == .mark ? "names nobody" : "names nobody to keep"
        return refuse(["\(request.source.name) \(whom)."] + list.remarks, request)
      }
      peopleReport?.take(list)
    case .refused(let sentences, let number):
      guard let request = peopleReport?.request, request.number == number else { return }
      refuse(sentences, request)
    case .found(let outcome, let number):
      guard let report = peopleReport, report.request.number == number else { return }
      take(outcome, of: report)
    }
  }

  private mutating func take(_ outcome: PeopleSearch.Outcome, of report: PeopleReport) {
    let size = size
    switch outcome {
    case .found(let findings): peopleReport?.take(findings, on: size)
    case .kept(let people):
      peopleReport = nil
      keep(people)
    case .unclear(let people, let extent):
      // Whoever is nobody in a part of the account may be somebody in the rest.
      guard !extent.isUnderWay else { return peopleReport?.await(people.count) ?? () }
      refuse(UnclearPeople(people, extent, report).sentences, report.request)
    }
  }

  /// Has the people of the list that is shown looked for, the first time and when more has been read since.
  mutating func findPeople() -> [Effect] {
    guard let report = peopleReport, let list = report.list, !report.isSearching else { return [] }
    let extent = ReadExtent(estate)
    guard report.searched != extent else { return [] }
    peopleReport?.beginSearch(in: extent)
    let search = PeopleSearch(
      number: report.request.number,
      use: report.request.use,
      people: list.people,
      sourceName: report.request.source.name,
      estate: estate,
      users: self.list.order.users,
      kept: kept
    )
    return [.task(.findPeople(search))]
  }

  /// Closes the report on a list that is not taken, and says why: in a note where that fits, and else over the screen.
  private mutating func refuse(_ sentences: [Line], _ request: PeopleRequest) {
    peopleReport = nil
    let whole = sentences.joined(separator: " ")
    guard whole.wrapped(to: size.columns).count > Frame.noteLines else {
      message = .warning(whole)
      return
    }
    let paragraphs = sentences.map { Paragraph.fact(label: "", text: $0) }
    let title: Line = request.use == .mark ? "NOBODY IS MARKED" : "NOBODY OF THE LIST IS KEPT"
    details = DetailsScreen(title: title, paragraphs)
  }
}
