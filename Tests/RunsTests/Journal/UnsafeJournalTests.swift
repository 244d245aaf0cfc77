import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Runs

/// What somebody else may have had a hand in is not used.
struct UnsafeJournalTests {
  private let scratch: Scratch
  private let journals: DirectoryJournals
  private let id = SampleJournal.id
  private let file: String

  init() throws {
    scratch = try Scratch()
    journals = DirectoryJournals(directory: scratch["appstream-console/runs"])
    file = "appstream-console/runs/\(SampleJournal.id).jsonl"
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
  }

  private func expectUnsafe(_ path: String, _ reason: String, _ place: SourceLocation = #_sourceLocation) {
    let error = JournalError.unsafe(path: scratch[path], reason: reason)
    #expect(throws: error, sourceLocation: place) { try journals.reopen(id) }
    #expect(throws: error, sourceLocation: place) { try journals.contents(of: id) }
    #expect(throws: error, sourceLocation: place) { try journals.isHeld(id) }
    #expect(throws: error, sourceLocation: place) { try journals.delete(id) }
  }

  @Test(arguments: [0o620, 0o602, 0o666] as [mode_t])
  func `a journal that others may write to is refused`(mode: mode_t) throws {
    #expect(chmod(scratch[file], mode) == 0)
    let digits = String(mode, radix: 8)
    expectUnsafe(file, "others may write to it, its mode is \(digits); take that away with chmod go-w")
    #expect(try journals.list().map(\.id) == [id])
    #expect(try journals.list().map(\.status) == [nil])
  }

  @Test(arguments: [0o640, 0o644, 0o600, 0o400] as [mode_t])
  func `a journal that others may read is still ours`(mode: mode_t) throws {
    #expect(chmod(scratch[file], mode) == 0)
    #expect(try journals.contents(of: id).lines.isEmpty)
  }

  @Test(arguments: ["appstream-console", "appstream-console/runs"], [0o720, 0o702, 0o1777] as [mode_t])
  func `a directory of ours that others may write to is refused`(directory: String, mode: mode_t) {
    #expect(chmod(scratch[directory], mode) == 0)
    let digits = String(mode, radix: 8)
    let reason = "others may write to it, its mode is \(digits); take that away with chmod go-w"
    expectUnsafe(directory, reason)
    #expect(throws: JournalError.unsafe(path: scratch[directory], reason: reason)) { try journals.list() }
  }

  @Test func `a directory above ours is refused where others may rename what is in it`() throws {
    #expect(chmod(scratch.path, 0o777) == 0)
    let reason = "others may write to it, its mode is 777; take that away with chmod go-w"
    #expect(throws: JournalError.unsafe(path: scratch.path, reason: reason)) { try journals.contents(of: id) }
    #expect(chmod(scratch.path, 0o1777) == 0)
    #expect(try journals.contents(of: id).lines.isEmpty)
  }

  @Test func `a journal behind a symbolic link is refused`() throws {
    #expect(rename(scratch[file], scratch["elsewhere"]) == 0)
    scratch.link(file, to: scratch["elsewhere"])
    expectUnsafe(file, "it is a symbolic link; move it away")
    #expect(throws: JournalError.exists(id)) { try journals.create(id, SampleJournal.plan, at: Sample.moment) }
    #expect(try scratch.bytes(of: "elsewhere") == SampleJournal.bytes([]))
  }

  @Test(arguments: ["appstream-console", "appstream-console/runs"])
  func `a directory of ours behind a symbolic link is refused`(directory: String) {
    #expect(rename(scratch[directory], scratch["elsewhere"]) == 0)
    scratch.link(directory, to: scratch["elsewhere"])
    expectUnsafe(directory, "it is a link or a file and has to be a directory; move it away")
  }

  @Test func `a linked directory above ours is ordinary`() throws {
    scratch.link("home", to: scratch.path)
    let linked = DirectoryJournals(directory: scratch["home/appstream-console/runs"])
    #expect(try linked.contents(of: id).lines.isEmpty)
    let fresh = DirectoryJournals(directory: scratch["home/new/appstream-console/runs"])
    try fresh.create(id, SampleJournal.plan, at: Sample.moment).close()
    #expect(try scratch.names(in: "new/appstream-console/runs") == ["\(id).jsonl"])
  }

  @Test func `a journal with a second name is refused`() {
    #expect(link(scratch[file], scratch["second"]) == 0)
    expectUnsafe(file, "it has another name too, a hard link; remove that one")
  }

  @Test func `a pipe under the name of a journal is refused and not waited for`() {
    #expect(unlink(scratch[file]) == 0 && mkfifo(scratch[file], 0o600) == 0)
    expectUnsafe(file, "it is not a regular file; move it away")
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func `what belongs to somebody else is refused and names sudo`() {
    let reason =
      "it belongs to user 12345 and you are user 0; under sudo, use sudo -H so that HOME is that user's own"
    for path in [file, "appstream-console/runs", "appstream-console"] {
      #expect(chown(scratch[path], 12345, 12345) == 0)
      expectUnsafe(path, reason)
    }
    #expect(chown(scratch.path, 12345, 12345) == 0)
    #expect(throws: JournalError.unsafe(path: scratch.path, reason: reason)) { try journals.list() }
  }
}
