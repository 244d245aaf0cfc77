import FoundationEssentials
import Glibc
import LocalIO
import TestSupport
import Testing

@testable import Runs

struct HeldJournalTests {
  private let scratch: Scratch
  private let journals: DirectoryJournals
  private let id = SampleJournal.id

  init() throws {
    scratch = try Scratch()
    journals = DirectoryJournals(directory: scratch["runs"])
  }

  @Test func `a run is held until it is let go of`() throws {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    #expect(try journals.isHeld(id))
    #expect(try journals.list().map(\.isHeld) == [true])
    #expect(try journals.list().map(\.status) == [.running])
    journal.close()
    #expect(try journals.isHeld(id) == false)
    let again = try journals.reopen(id).journal
    #expect(try journals.isHeld(id))
    again.close()
    #expect(try journals.list().map(\.isHeld) == [false])
  }

  @Test func `a held run can be read, and neither taken up nor thrown away`() throws {
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    #expect(throws: JournalError.held(id, by: nil, since: nil)) { try journals.reopen(id) }
    try journal.append(.opened(SampleJournal.holder), at: Sample.moment)
    #expect(try journals.contents(of: id).lines.map(\.record) == [.opened(SampleJournal.holder)])
    let held = JournalError.held(id, by: SampleJournal.holder, since: JournalTime.text(of: Sample.moment))
    #expect(throws: held) { try journals.reopen(id) }
    #expect(throws: held) { try journals.delete(id) }
    #expect(
      "\(held)" == "Run \(id) is held by process 4711 on bastion-2, since \(JournalTime.text(of: Sample.moment)). "
        + "Wait until that has ended, or end it there."
    )
    try journal.append(.confirmed(how: "y"), at: Sample.moment)
    journal.close()
    #expect(try journals.contents(of: id).lines.count == 2)
  }

  @Test func `a journal that nobody refers to any more is let go of`() throws {
    do { _ = try journals.create(id, SampleJournal.plan, at: Sample.moment) }
    #expect(try journals.isHeld(id) == false)
  }

  @Test func `another process that has the file locked holds the run`() throws {
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
    let holder = try LockingProcess(scratch["runs/\(id).jsonl"])
    #expect(try journals.isHeld(id))
    #expect(throws: JournalError.held(id, by: nil, since: nil)) { try journals.reopen(id) }
    holder.end()
    #expect(try journals.isHeld(id) == false)
    try journals.reopen(id).journal.close()
  }

  @Test(arguments: [ENOLCK, ENOTSUP, ENOSYS])
  func `where nothing can be locked runs are read, and nothing is written`(error: Int32) throws {
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
    let lockless = DirectoryJournals(directory: scratch["runs"], lock: { _, _ in error })
    #expect(try lockless.list().map(\.isHeld) == [false])
    #expect(try lockless.contents(of: id).plan == SampleJournal.plan)
    #expect(throws: JournalError.self) { try lockless.reopen(id) }
    #expect(throws: JournalError.self) { try lockless.delete(id) }
    let other = try #require(RunID("20261122T140215Z-0002"))
    let refusal = #expect(throws: JournalError.self) {
      try lockless.create(other, SampleJournal.plan, at: Sample.moment)
    }
    #expect(refusal.map { "\($0)".contains("XDG_STATE_HOME") } == true)
    #expect(try lockless.list().map(\.id) == [id])
  }

  @Test func `a journal that is deleted before it is locked is not begun`() throws {
    let path = scratch["runs/\(id).jsonl"]
    let meddled = DirectoryJournals(
      directory: scratch["runs"],
      lock: { number, operation in
        unlink(path)
        return Descriptor.systemLock(number, operation)
      }
    )
    let error = #expect(throws: JournalError.self) { try meddled.create(id, SampleJournal.plan, at: Sample.moment) }
    #expect(error.map { "\($0)".contains("deleted while it was begun") } == true)
  }

  @Test func `somebody who only asks does not keep a run from being taken up`() async throws {
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { for _ in 0..<300 { _ = try journals.isHeld(id) } }
      for _ in 0..<100 { try journals.reopen(id).journal.close() }
      try await group.waitForAll()
    }
  }
}

/// `flock -x FILE cat`, which holds the lock until its input ends, and echoes a line once it does.
private final class LockingProcess {
  private var process: pid_t = 0
  private var input: Int32

  init(_ path: String) throws {
    var (toChild, fromChild): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try #require(pipe(&toChild) == 0 && pipe(&fromChild) == 0)
    // Or else the child would hold the other end of its own input, and never see it end.
    for end in toChild + fromChild { try #require(fcntl(end, F_SETFD, FD_CLOEXEC) == 0) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
    posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
    let words = ["flock", "-x", path, "cat"]
    var arguments = words.map { strdup($0) } + [nil]
    let result = posix_spawnp(&process, "flock", &actions, nil, &arguments, environ)
    arguments.forEach { free($0) }
    posix_spawn_file_actions_destroy(&actions)
    Glibc.close(toChild[0])
    Glibc.close(fromChild[1])
    input = toChild[1]
    defer { Glibc.close(fromChild[0]) }
    try #require(result == 0)
    var byte: UInt8 = .newline
    // It comes back only from the program that runs under the lock.
    try #require(write(input, &byte, 1) == 1 && read(fromChild[0], &byte, 1) == 1)
  }

  func end() {
    Glibc.close(input)
    var status: Int32 = 0
    #expect(waitpid(process, &status, 0) == process)
  }
}
