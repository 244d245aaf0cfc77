import FoundationEssentials
import TestSupport
import Testing

@testable import Runs

struct MemoryJournalsTests {
  private let journals = MemoryJournals()
  private let id = SampleJournal.id

  @Test func `memory holds what a file would`() throws {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    for (number, record) in SampleJournal.records.enumerated() {
      try journal.append(record, at: Sample.moment.addingTimeInterval(Double(number + 1) / 2))
    }
    #expect(try journals.contents(of: id) == SampleJournal.reading(SampleJournal.bytes()).contents)
    #expect(try journal.lastHash == journals.contents(of: id).lastHash)
  }

  @Test func `a run is held until it is let go of`() throws {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    try journal.append(.opened(SampleJournal.holder), at: Sample.moment)
    let held = JournalError.held(id, by: SampleJournal.holder, since: JournalTime.text(of: Sample.moment))
    #expect(try journals.isHeld(id))
    #expect(throws: held) { try journals.reopen(id) }
    #expect(throws: held) { try journals.delete(id) }
    #expect(throws: JournalError.exists(id)) { try journals.create(id, SampleJournal.plan, at: Sample.moment) }
    journal.close()
    #expect(throws: JournalError.self) { try journal.append(.confirmed(how: "y"), at: Sample.moment) }
    let (again, contents) = try journals.reopen(id)
    #expect(contents.lines.map(\.record) == [.opened(SampleJournal.holder)])
    try again.append(.confirmed(how: "y"), at: Sample.moment)
    #expect(try journals.contents(of: id).lines.count == 2)
    again.close()
    try journals.delete(id)
    #expect(throws: JournalError.noSuchRun(id)) { try journals.contents(of: id) }
  }

  @Test func `runs are listed newest first`() throws {
    let late = try #require(RunID("20270101T000000Z-0001"))
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
    _ = try journals.create(late, SampleJournal.plan, at: Sample.moment)
    #expect(try journals.list().map(\.id) == [late, id])
    #expect(try journals.list().map(\.status) == [.running, .interrupted])
    #expect(try MemoryJournals().list().isEmpty)
  }
}
