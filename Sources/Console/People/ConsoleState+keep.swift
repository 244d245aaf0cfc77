import AppStream
import BitCollections
import PlainText
import Runs

/// The people whom no key marks.
extension ConsoleState {
  /// `   12 kept`, to stand behind the number of marks; nothing where nobody is kept.
  var keptText: Line { kept.isEmpty ? "" : "   \(kept.count) kept" }

  /// The name of the person whom a line is about, where that one is kept.
  ///
  /// Marks of a run serve that run alone, and what is planned of them is looked at then.
  func keptName(of key: RowKey, in place: RowPlace) -> String? {
    guard place == .list, !kept.isEmpty else { return nil }
    let table = estate.table
    let user =
      switch key {
      case .row(let row): table.user(of: row)
      case .person(let person): person
      }
    return kept.contains(user, in: table.userNames) ? table.userNames[user] : nil
  }

  /// Those of `rows` that may be marked, and how many may not because their people are kept.
  func markable(_ rows: BitSet, in place: RowPlace = .list) -> (rows: BitSet, kept: Int) {
    guard place == .list, !kept.isEmpty else { return (rows, 0) }
    let free = rows.subtracting(BitSet(kept.rows(in: estate.table).lazy.map(\.index)))
    return (free, rows.count - free.count)
  }

  /// `; 3 rows of kept people left out`, to stand behind what was marked.
  static func leftOutText(_ count: Int) -> Line {
    count == 0 ? "" : "; \(count.of("row")) of kept people left out"
  }

  /// Why a row of the user called `name` is not marked.
  func keptSentence(_ name: String) -> Line {
    "\(name) is kept (\(kept.sourceNames)): no key marks it; :keep ends that."
  }

  /// Keeps people, beside those who are kept already.
  ///
  /// Their marks go, and taking changes back does not bring those again.
  mutating func keep(_ people: KeptPeople) {
    var more = people
    more.take(estate.table.userNames)
    let before = kept.count
    kept.formUnion(more)
    let count = list.forgetMarks(of: kept.rows(in: estate.table), in: estate.table)
    // It may have been opened while the list was read.
    let isPlanLeft = plan.map { keptRefusal(of: $0.plan) != nil } ?? false
    if isPlanLeft { _ = leavePlan() }
    let marks: Line = (count == 0 ? "" : ", \(count.of("mark")) taken off") + (isPlanLeft ? ", the plan left" : "")
    let others: Line = before == 0 ? "" : ", \(kept.count) with those before"
    message = .done(
      "\(more.count.of("person", plural: "people")) of \(more.sourceNames) kept\(others)\(marks); :keep ends that."
    )
  }

  /// Keeps nobody any more.
  mutating func endKeeping() {
    guard !kept.isEmpty else {
      message = .warning("Nobody is kept: :keep FILE keeps the people of a list.")
      return
    }
    let people = kept.count == 1 ? "1 person is" : "\(kept.count) people are"
    kept = KeptPeople()
    message = .done("\(people) not kept any more, and not marked either.")
  }

  /// Why `plan` must not be opened: it would remove people who are kept; `nil` for any other.
  func keptRefusal(of plan: Plan) -> Line? {
    guard plan.operation == .disassociate, !kept.isEmpty else { return nil }
    let entries = plan.entries.filter { kept.contains($0.userName) }
    guard let first = entries.first else { return nil }
    let others: Line = entries.count == 1 ? "" : " and \((entries.count - 1).of("row")) more"
    return "\(first.userName)\(others) would be removed, and is kept (\(kept.sourceNames)); :keep ends that."
  }

  /// `followUp` without the entries by which kept people would be removed.
  func withoutKept(_ followUp: FollowUp) -> FollowUp {
    guard followUp.operation == .disassociate, !kept.isEmpty else { return followUp }
    return followUp.without { kept.contains($0.userName) }
  }

  /// What a retry leaves out because people are kept.
  func keptWarnings(_ source: PlanSource) -> [PlanWarning] {
    guard case .retry(let retry) = source, !kept.isEmpty else { return [] }
    let followUp = retry.followUp
    let count = followUp.entries.count - withoutKept(followUp).entries.count
    return count == 0 ? [] : [PlanWarning("!", "\(count.of("row")) of kept people left out: :keep ends that")]
  }
}
