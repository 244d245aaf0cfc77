import AWSClientCore
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Runs

struct DirectoryJournalsTests {
  private let scratch: Scratch
  private let journals: DirectoryJournals
  private let id = SampleJournal.id
  private let file: String

  init() throws {
    scratch = try Scratch()
    journals = DirectoryJournals(directory: scratch["state/appstream-console/runs"])
    file = "state/appstream-console/runs/\(SampleJournal.id).jsonl"
  }

  @discardableResult
  private func written(_ records: [RunRecord] = SampleJournal.records) throws -> any Journal {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    for (number, record) in records.enumerated() {
      try journal.append(record, at: Sample.moment.addingTimeInterval(Double(number + 1) / 2))
    }
    return journal
  }

  @Test func `the file is the lines, and its last hash is known`() throws {
    let journal = try written()
    #expect(try scratch.bytes(of: file) == SampleJournal.bytes())
    #expect(journal.lastHash == SampleJournal.lines().last.map(JournalLine.hash(of:)))
    #expect(try journals.contents(of: id).lastHash == journal.lastHash)
  }

  @Test func `the plan is in the file before anything else happens`() throws {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    #expect(try scratch.bytes(of: file) == SampleJournal.bytes([]))
    journal.close()
  }

  @Test func `files and directories are their owner's alone`() throws {
    try written().close()
    #expect(scratch.mode(of: file) == 0o600)
    for directory in ["state", "state/appstream-console", "state/appstream-console/runs"] {
      #expect(scratch.mode(of: directory) == 0o700)
    }
  }

  @Test func `a run has one journal`() throws {
    try written().close()
    #expect(throws: JournalError.exists(id)) { try journals.create(id, SampleJournal.plan, at: Sample.moment) }
    #expect(try journals.contents(of: id).lines.count == SampleJournal.records.count)
  }

  @Test func `browsing makes no directory`() throws {
    #expect(try journals.list().isEmpty)
    #expect(throws: JournalError.noSuchRun(id)) { try journals.contents(of: id) }
    #expect(throws: JournalError.noSuchRun(id)) { try journals.isHeld(id) }
    #expect(throws: JournalError.noSuchRun(id)) { try journals.reopen(id) }
    #expect(throws: JournalError.noSuchRun(id)) { try journals.delete(id) }
    #expect(try scratch.names().isEmpty)
  }

  @Test func `a journal goes on where it ended`() throws {
    try written().close()
    let (journal, contents) = try journals.reopen(id)
    #expect(contents.lines.map(\.record) == SampleJournal.records)
    #expect(journal.lastHash == contents.lastHash)
    try journal.append(.opened(SampleJournal.holder), at: Sample.moment)
    journal.close()
    let again = try journals.contents(of: id)
    #expect(again.lines.map(\.record) == SampleJournal.records + [.opened(SampleJournal.holder)])
    #expect(again.machine.isFinished == false)
  }

  @Test func `what a crash cut off is gone once the journal goes on`() throws {
    try written().close()
    let whole = SampleJournal.bytes()
    try scratch.write(whole + Array(#"{"how":"--y"#.utf8), to: file)
    #expect(try journals.contents(of: id).lines.count == SampleJournal.records.count)
    #expect(try scratch.bytes(of: file).count > whole.count)
    let (journal, _) = try journals.reopen(id)
    #expect(try scratch.bytes(of: file) == whole)
    try journal.append(.opened(SampleJournal.holder), at: Sample.moment)
    journal.close()
    #expect(try journals.contents(of: id).lines.count == SampleJournal.records.count + 1)
  }

  @Test func `a journal that was changed does not go on, and stays as it is`() throws {
    try written().close()
    var bytes = SampleJournal.bytes()
    bytes[bytes.count / 2] ^= 1
    try scratch.write(bytes, to: file)
    #expect(throws: JournalError.self) { try journals.reopen(id) }
    #expect(try scratch.bytes(of: file) == bytes)
    #expect(try journals.isHeld(id) == false)
  }

  @Test func `nothing is appended once it has been let go of`() throws {
    let journal = try written()
    journal.close()
    let error = JournalError.unwritable(path: scratch[file], reason: "this process has let go of it")
    #expect(throws: error) { try journal.append(.confirmed(how: "y"), at: Sample.moment) }
    #expect(try scratch.bytes(of: file) == SampleJournal.bytes())
  }

  @Test func `runs are listed newest first, with those that cannot be read`() throws {
    let (early, late) = try (
      #require(RunID("20250101T000000Z-0001")), #require(RunID("20270101T000000Z-0001"))
    )
    try written().close()
    for id in [early, late] { try journals.create(id, SampleJournal.plan, at: Sample.moment).close() }
    try scratch.write([], to: "state/appstream-console/runs/\(early).jsonl")
    for name in ["notes.txt", ".jsonl", "20270101T000000Z-0001.jsonl.bak", "20270101t000000z-0001.jsonl"] {
      try scratch.write([], to: "state/appstream-console/runs/\(name)")
    }
    let runs = try journals.list()
    #expect(runs.map(\.id) == [late, id, early])
    #expect(runs.map(\.status) == [.interrupted, .interrupted, nil])
    #expect(throws: JournalError.self) { try runs[2].contents.get() }
  }

  @Test func `what is left of is told by the end of a journal, and only that is read`() throws {
    let settled = RunCounts(byOutcome: [.removed: 3], queued: 0, sent: 0)
    let stopped = RunCounts(byOutcome: [.removed: 2, .stopped: 1], queued: 0, sent: 0)
    let unknown = RunCounts(byOutcome: [.removed: 2, .unknown: 1], queued: 0, sent: 0)
    let endings: [[RunRecord]] = [
      [.finished(settled)], [.finished(stopped)], [.finished(unknown)], [.finished(settled), .opened(Sample.holder)],
      [],
    ]
    try written().close()
    for (number, ending) in endings.enumerated() {
      let id = try #require(RunID("20270101T000000Z-000\(number)"))
      // Its first lines are damaged, which shows only where it is read as a whole.
      let lines = SampleJournal.lines(SampleJournal.records.dropLast() + ending)
      let bytes = [UInt8]("{}\n".utf8) + lines.dropFirst().flatMap { $0 + [.newline] }
      try scratch.write(bytes, to: "state/appstream-console/runs/\(id).jsonl")
      #expect(chmod(scratch["state/appstream-console/runs/\(id).jsonl"], 0o600) == 0)
      #expect(JournalEnd.isSettled(bytes.suffix(JournalEnd.length)) == (number == 0))
    }
    #expect(try journals.unsettled().map(\.id) == [id])
    #expect(try journals.list().count == 6)
  }

  @Test func `a run that is thrown away is gone`() throws {
    try written().close()
    try journals.delete(id)
    #expect(try journals.list().isEmpty)
    #expect(try scratch.names(in: "state/appstream-console/runs").isEmpty)
    #expect(throws: JournalError.noSuchRun(id)) { try journals.delete(id) }
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/appstream-console/runs"),
    (["XDG_STATE_HOME": "s", "HOME": "/h"], "/h/.local/state/appstream-console/runs"),
    (["XDG_STATE_HOME": "", "HOME": "/h"], "/h/.local/state/appstream-console/runs"),
    (["HOME": "/h"], "/h/.local/state/appstream-console/runs"),
  ])
  func `the environment says where journals are`(variables: [String: String], path: String) throws {
    #expect(try DirectoryJournals.defaultDirectory(ProcessEnvironment(variables: variables)) == path)
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "relative"]])
  func `without a home the password database says where journals are`(variables: [String: String]) throws {
    let home = try #require(getpwuid(geteuid())?.pointee.pw_dir.map { String(cString: $0) })
    let path = try DirectoryJournals.defaultDirectory(ProcessEnvironment(variables: variables))
    #expect(path == "\(home)/.local/state/appstream-console/runs")
  }
}
