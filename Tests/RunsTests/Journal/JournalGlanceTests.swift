import AppStream
import FoundationEssentials
import Glibc
import LocalIO
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Runs

/// What a glance at the journals of many runs costs, and what it takes for true: bytes are counted, not seconds.
struct JournalGlanceTests {
  private static let directory = "state/appstream-console/runs"
  private let scratch: Scratch
  private let journals: DirectoryJournals
  private let bytesRead = Counter()

  /// Counts what was read, by journal and in all.
  private final class Counter: Sendable {
    let calls = Mutex<[Int]>([])

    func read(_ number: Int32, _ buffer: UnsafeMutableRawBufferPointer, _ offset: Int) -> Result<Int, Errno> {
      let result = Descriptor.systemRead(number, buffer, offset)
      if case .success(let count) = result { calls.withLock { $0.append(count) } }
      return result
    }

    func take() -> [Int] {
      calls.withLock { calls in
        defer { calls = [] }
        return calls
      }
    }
  }

  init() throws {
    scratch = try Scratch()
    journals = DirectoryJournals(directory: scratch[Self.directory], read: bytesRead.read)
    // Makes the directories.
    let first = RunID(at: Sample.moment, random: 0)
    try journals.create(first, SampleJournal.plan, at: Sample.moment).close()
    try journals.delete(first)
  }

  private func id(_ number: Int) -> RunID { RunID(at: Sample.moment.addingTimeInterval(Double(number)), random: 7) }

  private func write(_ bytes: [UInt8], _ number: Int) throws {
    let name = "\(Self.directory)/\(id(number)).jsonl"
    try scratch.write(bytes, to: name)
    #expect(chmod(scratch[name], 0o600) == 0)
  }

  /// A journal of a run that is settled, and of a plan with many entries.
  private func settled(_ plan: Plan) -> [UInt8] {
    let counts = RunCounts(byOutcome: [.absent: plan.entries.count], queued: 0, sent: 0)
    let seen = RunRecord.observed(stack: "biology", present: [], gone: Array(plan.entries.indices), unreadable: [])
    let records: [RunRecord] = [.opened(Sample.holder), seen, .finished(counts)]
    return Array(SampleJournal.lines(records, of: plan).map { $0 + [.newline] }.joined())
  }

  @Test func `what waits is found by the ends of a thousand journals`() throws {
    let journal = settled(Sample.plan(["biology": 200]))
    #expect(journal.count > 4 * JournalEnd.length)
    for number in 0..<1_000 { try write(journal, number) }
    try write(SampleJournal.bytes(), 1_000)
    let waiting = try journals.unsettled()
    #expect(waiting.map(\.id) == [id(1_000)])
    let calls = bytesRead.take()
    #expect(calls.reduce(0, +) <= 1_001 * JournalEnd.length + SampleJournal.bytes().count)
    #expect(calls.count <= 1_002)
  }

  @Test func `an end that was changed is not believed, and the journal read as a whole`() throws {
    var bytes = settled(Sample.plan(["biology": 200]))
    let place = bytes.count - 20
    bytes[place] ^= 1
    try write(bytes, 0)
    #expect(!JournalEnd.isSettled(bytes.suffix(JournalEnd.length)))
    #expect(try journals.unsettled().isEmpty)
    #expect(bytesRead.take().reduce(0, +) >= bytes.count)
    #expect(throws: JournalError.self) { try journals.contents(of: id(0)) }
  }

  @Test func `a journal that was changed before its end is broken as soon as it is opened`() throws {
    var bytes = settled(Sample.plan(["biology": 200]))
    bytes[bytes.count / 2] ^= 1
    try write(bytes, 0)
    #expect(JournalEnd.isSettled(bytes.suffix(JournalEnd.length)))
    #expect(throws: JournalError.self) { try journals.contents(of: id(0)) }
    #expect(throws: JournalError.self) { try journals.reopen(id(0)) }
    #expect(throws: JournalError.self) { try journals.list()[0].contents.get() }
  }

  private func following(_ earlier: RunID?, _ count: Int) -> Plan {
    Plan(
      operation: .associate,
      entries: Sample.plan(["biology": count]).entries,
      target: Plan.Target(caller: nil, region: "eu-west-1", endpoint: "https://appstream2.eu-west-1.amazonaws.com"),
      authorship: Plan.Authorship(origin: Sample.origin, reason: "\"follows\":\"\(id(5))\"", created: Sample.moment),
      follows: earlier
    )
  }

  @Test func `what follows a run is found by the plans, and nothing else is read`() throws {
    let plain = settled(following(nil, 200))
    for number in 0..<100 { try write(plain, number) }
    // The name stands behind so many entries that it is on the border between two pieces, wherever that is.
    for (number, count) in [(100, 20), (101, 2_000)] { try write(settled(following(id(0), count)), number) }
    try write(settled(following(id(100), 3)), 102)
    try write(settled(following(id(3), 3)), 103)
    let followers = try journals.followers(of: [id(0)])
    #expect(followers.map(\.id) == [id(102), id(101), id(100)])
    #expect(try followers.allSatisfy { try $0.contents.get().plan.follows != nil })
    #expect(try journals.followers(of: [id(5)]).isEmpty)
    #expect(try MemoryJournals().followers(of: [id(0)]).isEmpty)
    #expect(journals.sequel(of: id(0), RunMachine(Sample.plan(["biology": 3]))).clauses.count == 2)
  }

  @Test(arguments: [1, 2, 12, 13, 14, 33, 34, 35, 36, 1 << 16])
  func `the run that is followed is found wherever it stands`(before length: Int) {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: FollowedRun.chunk - length)
    let whole = line + Array("],\"follows\":\"\(id(1))\",".utf8) + [.newline]
    let read = { (range: Range<Int>) in
      Array(whole[min(range.lowerBound, whole.count)..<min(range.upperBound, whole.count)])
    }
    #expect(FollowedRun.find(read) == id(1))
    let later = line + [.newline] + whole
    #expect(FollowedRun.find { Array(later[min($0.lowerBound, later.count)..<min($0.upperBound, later.count)]) } == nil)
  }
}
