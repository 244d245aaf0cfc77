import AppStream
import PlainText

/// Gathers the people that a list names.
struct ListReader {
  /// What every line was so far.
  var ledger: LineLedger
  private(set) var people: [ListedPerson] = []
  /// How many people were named once more.
  private(set) var repeated = 0
  private(set) var decorations: [Decoration: Int] = [:]
  private var seen: Set<ExactText> = []

  init(_ ledger: LineLedger) {
    self.ledger = ledger
    // Nearly every line is a person; growing step by step would copy what is there again and again.
    let likely = min(ledger.account.total, 1 << 20)
    people.reserveCapacity(likely)
    seen.reserveCapacity(likely)
  }

  var file: String { ledger.file }

  /// Takes one person, who stands on `line`.
  mutating func take(_ address: String, line: Int) {
    ledger.pass(.person)
    add(address, line: line)
  }

  /// Takes the people that `line` names.
  mutating func take(_ found: Mailboxes, line: Int) {
    ledger.pass(.person)
    for address in found.addresses {
      add(address, line: line)
    }
    if found.removed.isEmpty { return }
    for decoration in found.removed.all { decorations[decoration, default: 0] += 1 }
  }

  private mutating func add(_ address: String, line: Int) {
    if seen.insert(ExactText(address)).inserted {
      people.append(ListedPerson(address: address, line: line))
    } else {
      repeated += 1
    }
  }
}
