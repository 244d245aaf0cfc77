import FoundationEssentials
import Glibc
import LocalIO
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Runs

struct FullDiskTests {
  private let scratch: Scratch
  private let id = SampleJournal.id

  init() throws { scratch = try Scratch() }

  /// A disk on which `room` more bytes fit; a write that does not fit is taken in part.
  private final class Disk: Sendable {
    private let room: Mutex<Int>
    private let error: Int32

    init(room: Int, error: Int32 = ENOSPC) {
      self.room = Mutex(room)
      self.error = error
    }

    func free(_ count: Int) { room.withLock { $0 += count } }

    func write(_ number: Int32, _ bytes: ArraySlice<UInt8>) -> Result<Int, Errno> {
      room.withLock { room in
        if room == 0 { return .failure(Errno(rawValue: error)) }
        let result = Descriptor.systemWrite(number, bytes.prefix(room))
        if case .success(let count) = result { room -= count }
        return result
      }
    }
  }

  private func journals(on disk: Disk) -> DirectoryJournals {
    DirectoryJournals(directory: scratch["runs"]) { disk.write($0, $1) }
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO])
  func `a line that does not fit is cut off again, and nothing is ever appended behind it`(error: Int32) throws {
    let whole = SampleJournal.bytes([])
    let disk = Disk(room: whole.count + 20, error: error)
    let journal = try journals(on: disk).create(id, SampleJournal.plan, at: Sample.moment)
    let hash = journal.lastHash
    let reason = String(cString: strerror(error)).lowercased()
    let failure = JournalError.unwritable(path: scratch["runs/\(id).jsonl"], reason: reason)
    #expect(throws: failure) { try journal.append(.confirmed(how: "y"), at: Sample.moment) }
    #expect(try scratch.bytes(of: "runs/\(id).jsonl") == whole)
    disk.free(1 << 20)
    #expect(throws: failure) { try journal.append(.confirmed(how: "y"), at: Sample.moment) }
    #expect(try scratch.bytes(of: "runs/\(id).jsonl") == whole)
    #expect(journal.lastHash == hash)
    journal.close()
    let again = try journals(on: disk).reopen(id).journal
    try again.append(.confirmed(how: "y"), at: Sample.moment)
    again.close()
    #expect(try journals(on: disk).contents(of: id).lines.map(\.record) == [.confirmed(how: "y")])
  }

  @Test func `no run begins where its plan does not fit`() throws {
    let journals = journals(on: Disk(room: 100))
    let path = scratch["runs/\(id).jsonl"]
    #expect(throws: JournalError.unwritable(path: path, reason: "no space left on device")) {
      try journals.create(id, SampleJournal.plan, at: Sample.moment)
    }
    #expect(try journals.list().isEmpty)
    #expect(try scratch.names(in: "runs").isEmpty)
  }

  @Test func `a write that is taken in pieces or interrupted is gone on with`() throws {
    let calls = Mutex(0)
    let journals = DirectoryJournals(directory: scratch["runs"]) { number, bytes in
      let call = calls.withLock { calls in
        calls += 1
        return calls
      }
      return call.isMultiple(of: 2)
        ? .failure(Errno(rawValue: EINTR)) : Descriptor.systemWrite(number, bytes.prefix(7))
    }
    try journals.create(id, SampleJournal.plan, at: Sample.moment).close()
    #expect(try scratch.bytes(of: "runs/\(id).jsonl") == SampleJournal.bytes([]))
  }

  @Test func `a line is one write`() throws {
    let sizes = Mutex<[Int]>([])
    let journals = DirectoryJournals(directory: scratch["runs"]) { number, bytes in
      sizes.withLock { $0.append(bytes.count) }
      return Descriptor.systemWrite(number, bytes)
    }
    let journal = try journals.create(id, SampleJournal.plan, at: Sample.moment)
    try journal.append(.confirmed(how: "y"), at: Sample.moment.addingTimeInterval(0.5))
    journal.close()
    #expect(sizes.withLock { $0 } == SampleJournal.lines([.confirmed(how: "y")]).map { $0.count + 1 })
  }

  @Test func `the system's own error arrives`() throws {
    let devices = try Descriptor.directory(at: "/dev")
    let full = try devices.open("full", O_WRONLY)
    #expect(throws: Errno(rawValue: ENOSPC)) { try full.write([1]) }
  }
}
