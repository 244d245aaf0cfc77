import PlainText

/// Keeps account of the lines of a list while it is read: each is passed over, or refused.
struct LineLedger {
  let file: String
  /// Whether items of JSON are counted instead of lines.
  let countsItems: Bool
  private(set) var account = LineAccount()
  private var refused: [ListRefusal.Refused] = []
  private var refusedCount = 0

  /// Begins the account of a list with so many lines, or of one in JSON, whose items are not counted yet.
  init(file: String, lines: Int?) {
    self.file = file
    countsItems = lines == nil
    account.total = lines ?? 0
  }

  /// Says how many items a list in JSON has.
  mutating func expect(items: Int) {
    account.total = items
  }

  /// Counts lines that were taken.
  mutating func pass(_ fate: LineAccount.Fate, lines: Int = 1) {
    if lines > 0 { account.add(fate, lines: lines) }
  }

  /// Refuses a line that says `text`, and that goes on for `extraLines`.
  mutating func refuse(_ text: @autoclosure () -> String, line: Int, _ fault: LineFault, extraLines: Int = 0) {
    refusedCount += 1
    pass(.continuation, lines: extraLines)
    guard refused.count < ListRefusal.mostLines else { return }
    let scalars = text().unicodeScalars
    let most = ListRefusal.Refused.longestText
    let shown = scalars.count > most ? String(scalars.prefix(most)) + "…" : String(scalars)
    refused.append(ListRefusal.Refused(line: line, text: shown, fault: fault))
  }

  /// Ends the list.
  ///
  /// - Throws: ``ListRefusal`` when a line was refused, or when one is not accounted for.
  func finish() throws(ListRefusal) {
    guard account.isWhole(refused: refusedCount) else {
      throw ListRefusal(file: file, .unaccounted(lines: account.total))
    }
    if refusedCount > 0 {
      throw ListRefusal(file: file, .lines(refused, count: refusedCount), countsItems: countsItems)
    }
  }

  /// How many lines so far named people, or should have.
  var linesOfPeople: Int { account[.person] + refusedCount }

  /// What the lines were, in a sentence.
  var sentence: Line {
    let noun = countsItems ? (one: "item", many: "items") : (one: "line", many: "lines")
    return "\(file): \(account.text(items: noun))."
  }
}
