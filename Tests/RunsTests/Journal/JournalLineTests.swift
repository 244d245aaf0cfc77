import AppStream
import Crypto
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@testable import Runs

struct JournalLineTests {
  /// Names and words of which nothing may be lost: JSON's own characters, controls, line ends of Unicode, composed and
  /// decomposed letters, an emoji, and a right-to-left override.
  static let hostile = "q\"b\\s/t\tn\nr\r0\u{0}e\u{1b}d\u{7f}l\u{2028}p\u{2029}\u{e9}e\u{301}\u{1f393}\u{202e}"

  static let anonymous: PartialAssociation = {
    var association = PartialAssociation(Association(stackName: "", userName: hostile))
    association.stackName = nil
    association.authenticationType = nil
    return association
  }()

  static let records: [RunRecord] =
    SampleJournal.records + [
      .opened(RunHolder(processID: 1, host: hostile, version: hostile)),
      .confirmed(how: hostile),
      .sending(batch: 1, attempt: 1, entries: []),
      .answered(batch: 9, attempt: 1, requestID: nil, errors: []),
      .answered(
        batch: 9,
        attempt: 3,
        requestID: hostile,
        errors: [
          UserStackAssociationError(userStackAssociation: nil, errorCode: nil, errorMessage: nil),
          UserStackAssociationError(userStackAssociation: anonymous, errorCode: hostile, errorMessage: hostile),
        ]
      ),
      .refused(
        batch: 1,
        attempt: 1,
        refusal: CallRefusal(code: hostile, message: hostile, requestID: nil, kind: .credentials)
      ),
      .refused(batch: 1, attempt: 1, refusal: CallRefusal(code: "", message: "", requestID: "", kind: .entries)),
      .lost(batch: 1, attempt: 1, reason: hostile),
      .observed(stack: hostile, present: [], gone: [7], unreadable: [0, 9]),
      .observed(
        stack: hostile,
        present: [],
        gone: [],
        unreadable: [1],
        failure: EntryError(code: "AccessDeniedException", message: hostile)
      ),
      .paused(reason: hostile),
      .stopping(reason: hostile),
      .finished(
        RunCounts(
          byOutcome: Dictionary(uniqueKeysWithValues: Outcome.allCases.enumerated().map { ($1, $0 + 1) }),
          queued: 8,
          sent: 9
        )
      ),
    ]

  @Test(arguments: records)
  func `a record is read as it was written, byte for byte`(record: RunRecord) throws {
    let line = JournalLine(time: Sample.moment, previous: "ab", content: .record(record))
    let bytes = line.bytes()
    #expect(!bytes.contains { $0 < 0x20 })
    let read = try JournalLine(bytes, after: "ab")
    #expect(read == line)
    // Strings are equal to Swift when only their normal forms are; the bytes have to be, too.
    #expect(read.bytes() == bytes)
  }

  @Test func `a line says how wrong the clock is, where that is known`() throws {
    let record = JournalLine.Content.record(.confirmed(how: "--yes"))
    let line = JournalLine(time: Sample.moment, clockSkew: -900, previous: "ab", content: record)
    #expect(String(decoding: line.bytes(), as: UTF8.self).contains(#""clockSkew":-900"#))
    #expect(try JournalLine(line.bytes(), after: "ab") == line)
  }

  @Test func `hostile text keeps its bytes`() throws {
    let line = JournalLine(time: Sample.moment, previous: nil, content: .record(.confirmed(how: Self.hostile)))
    guard case .record(.confirmed(let how)) = try JournalLine(line.bytes(), after: nil).content else {
      Issue.record("another record was read")
      return
    }
    #expect(Array(how.utf8) == Array(Self.hostile.utf8))
  }

  @Test func `a plan with hostile names is read as it was written`() throws {
    let names = ["zo\u{EB}@x", "zoe\u{308}@x", Self.hostile]
    let plan = Sample.plan(of: names.map { Association(stackName: "biology", userName: $0) })
    let line = JournalLine(time: Sample.moment, previous: nil, content: .plan(plan))
    let read = try JournalLine(line.bytes(), after: nil)
    #expect(read == line)
    guard case .plan(let again) = read.content else {
      Issue.record("another record was read")
      return
    }
    #expect(again.sha256 == plan.sha256)
    #expect(again.entries.map { Array($0.userName.utf8) } == plan.entries.map { Array($0.userName.utf8) })
  }

  @Test func `a line has its keys sorted, no white space, and proves itself`() {
    let line = JournalLine(time: Sample.moment, previous: "ab", content: .record(.confirmed(how: "--yes")))
    let rest = #""time":"2026-11-22T13:42:15.000Z","type":"confirmed","v":1}"#
    let unproved = #"{"how":"--yes","previous":"ab","# + rest
    let hash = SHA256.hash(data: Data(unproved.utf8)).hexadecimal
    let text = #"{"how":"--yes","previous":"ab","sha256":"\#(hash)","# + rest
    #expect(String(decoding: line.bytes(), as: UTF8.self) == text)
  }

  @Test(arguments: [
    (#"{"v":2}"#, JournalLine.Flaw.broken(reason: "it is not an object of JSON with v, type and time")),
    (#"{"previous":null,"time":"?","type":"merged","v":2}"#, .newer(version: 2)),
    (#"{"previous":null,"time":"?","type":"plan","v":1}"#, .broken(reason: "its time is none")),
    (
      #"{"previous":"ab","time":"2026-11-22T14:02:15.000Z","type":"plan","v":1}"#,
      .broken(reason: "it does not follow the line before it")
    ),
    (
      #"{"previous":null,"time":"2026-11-22T14:02:15.000Z","type":"plan","plan":{},"v":1}"#,
      .broken(reason: "its plan is not one that this program can have written")
    ),
    (
      #"{"previous":null,"time":"2026-11-22T14:02:15.000Z","type":"merged","v":1}"#,
      .broken(reason: "its type is \"merged\", which this version does not know")
    ),
    (
      #"{"previous":null,"time":"2026-11-22T14:02:15.000Z","type":"confirmed","v":1}"#,
      .broken(reason: "its member how is not what belongs there")
    ),
    (
      #"{"previous":null,"time":"2026-11-22T14:02:15.000Z","type":"throttled","batch":1,"attempt":0,"v":1}"#,
      .broken(reason: "its member attempt is not what belongs there")
    ),
    (
      #"{"how":"","previous":null,"time":"2026-11-22T14:02:15.000Z","type":"confirmed","v":1}"#,
      .broken(reason: "its SHA-256 is not that of its text")
    ),
  ])
  func `what is wrong with a line is said`(text: String, flaw: JournalLine.Flaw) {
    #expect(throws: flaw) { try JournalLine(Array(text.utf8), after: nil) }
  }

  @Test(arguments: [
    (0.0, "1970-01-01T00:00:00.000Z"), (1_795_356_135.042, "2026-11-22T14:02:15.042Z"),
    (1_795_356_135.9996, "2026-11-22T14:02:16.000Z"), (1_795_356_135.0004, "2026-11-22T14:02:15.000Z"),
  ])
  func `times are in UTC with whole milliseconds`(seconds: Double, text: String) throws {
    let date = Date(timeIntervalSince1970: seconds)
    #expect(JournalTime.text(of: date) == text)
    let read = try #require(JournalTime.date(text))
    #expect(abs(read.timeIntervalSince(date)) < 0.001)
  }

  @Test func `every millisecond is read as it was written`() throws {
    for millisecond in 0..<1_000 {
      let text = JournalTime.text(of: Date(timeIntervalSince1970: 1_795_356_135 + Double(millisecond) / 1_000))
      #expect(JournalTime.text(of: try #require(JournalTime.date(text))) == text)
      #expect(text.hasSuffix(".\(String(1_000 + millisecond).dropFirst())Z"))
    }
  }

  @Test(arguments: ["", "2026-11-22T14:02:15Z", "2026-11-22T14:02:15.04Z", "2026-13-22T14:02:15.042Z", "2026-11-22"])
  func `another form of time is none`(text: String) {
    #expect(JournalTime.date(text) == nil)
  }
}
