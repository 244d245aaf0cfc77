import Glibc
import TestSupport
import Testing

@testable import Runs

@Suite struct LockTableTests {
  /// Device 8:2 as stat(2) has it.
  private let disk: UInt = 0x802

  private let table = LockTable(
    """
    1: FLOCK  ADVISORY  WRITE 11187 08:02:3933838 0 EOF
    1: -> FLOCK  ADVISORY  WRITE 11190 08:02:3933838 0 EOF
    2: FLOCK  ADVISORY  READ 11188 08:02:3933838 0 EOF
    3: POSIX  ADVISORY  WRITE 11189 08:02:3933838 0 EOF
    4: FLOCK  ADVISORY  WRITE 11191 08:03:3933838 0 EOF
    5: FLOCK  ADVISORY  WRITE 11192 00:2e:77 0 EOF
    6: OFDLCK ADVISORY  WRITE -1 08:02:3933838 0 EOF
    7: FLOCK  ADVISORY  WRITE
    nonsense
    """
  )

  @Test func `only who has locked the file for writing holds it, not who reads, waits or has another file`() {
    #expect(table.holders(ofDevice: disk, inode: 3_933_838) == [11_187])
    #expect(table.holders(ofDevice: disk, inode: 1) == [])
  }

  @Test func `where the device has no hardware, its number may be another here`() {
    #expect(table.holders(ofDevice: 0x35, inode: 77) == [11_192])
    #expect(table.holders(ofDevice: disk, inode: 77) == [])
  }

  @Test func `a journal that this process holds is held by this process`() throws {
    let scratch = try Scratch()
    let id = RunID(at: Sample.moment, random: 1)
    let journals = DirectoryJournals(directory: scratch["runs"])
    let journal = try journals.create(id, Sample.plan(["biology": 1]), at: Sample.moment)
    #expect(try journals.processesHolding(id) == [Int(getpid())])
    journal.close()
    #expect(try journals.processesHolding(id) == [])
  }
}
