import AppStream
import Crypto
import FoundationEssentials
import PlainText
import Runs
import TestSupport
import Testing

struct PlanFileTests {
  static let plan = Sample.plan(["biology": 2, "physics": 1])
  /// Recomputed apart from this program, with Python's `json.dumps` (sorted keys, no white space) and `hashlib.sha256`.
  static let hash = "03aa1127cb03fbfaed02c008b92dab59dcc4595580664a5b0fb8cd20846f6a40"

  private func read(_ text: String) throws(PlanFileError) -> PlanFile {
    try PlanFile(Array(text.utf8), name: "leavers.plan")
  }

  /// A plan file around any JSON, its hash made to fit.
  private func file(around plan: String, version: Int = 1) -> String {
    let hash = SHA256.hash(data: Data(plan.utf8)).hexadecimal
    return "{\"v\":\(version),\"sha256\":\"\(hash)\",\"plan\":\(plan)}"
  }

  private func sound() -> String { String(decoding: PlanFile.bytes(of: Self.plan), as: UTF8.self) }

  /// The plan's own JSON in the file.
  private func inner() -> String { String(sound().dropFirst(#"{"v":1,"sha256":"","plan":"#.count + 64).dropLast(2)) }

  @Test func `a plan file is one line with the version, the hash and the plan`() {
    #expect(sound().hasPrefix(#"{"v":1,"sha256":"\#(Self.hash)","plan":{"caller":{"account":"111122223333","arn":"#))
    #expect(sound().hasSuffix(#""region":"eu-west-1","stacksNotRead":0}}"# + "\n"))
    #expect(sound().count { $0 == "\n" } == 1)
  }

  @Test func `a plan file is read as it was written`() throws {
    let file = try read(sound())
    #expect(file.plan == Self.plan)
    #expect(file.sha256 == Self.hash)
    #expect(file.sha256 == Self.plan.sha256)
  }

  @Test func `names keep their bytes`() throws {
    let names = ["zo\u{EB}@x", "zoe\u{308}@x", "q\"b\\s/@x", "山田@x"]
    let plan = Sample.plan(of: names.map { Association(stackName: "biology", userName: $0) })
    let read = try PlanFile(PlanFile.bytes(of: plan), name: "f").plan
    #expect(read.entries.map { Array($0.userName.utf8) } == plan.entries.map { Array($0.userName.utf8) })
  }

  @Test func `a changed bit anywhere is refused`() throws {
    let bytes = PlanFile.bytes(of: Self.plan)
    for index in bytes.indices.dropLast() {
      var changed = bytes
      for bit in 0..<8 {
        changed[index] = bytes[index] ^ (1 << bit)
        #expect(throws: PlanFileError.self, "byte \(index), bit \(bit)") { try PlanFile(changed, name: "f") }
      }
    }
  }

  @Test func `a plan file cut off anywhere is refused`() {
    let bytes = PlanFile.bytes(of: Self.plan)
    for length in 0..<bytes.count - 1 {
      #expect(throws: PlanFileError.noPlanFile(file: "f")) { try PlanFile(Array(bytes.prefix(length)), name: "f") }
    }
  }

  @Test func `white space and another order do no harm`() throws {
    let text =
      "{\n  \"plan\": \(inner().replacing(",\"", with: " ,\n\t\"")),\n  \"sha256\": \"\(Self.hash)\", \"v\": 1}  \n\n"
    #expect(try read(text).plan == Self.plan)
  }

  @Test func `a changed value is a changed plan`() {
    for (old, new) in [("biology", "geology"), ("disassociate", "associate"), ("eu-west-1", "eu-west-2")] {
      #expect(throws: PlanFileError.changed(file: "leavers.plan")) { try read(sound().replacing(old, with: new)) }
    }
    let more = sound().replacing(#""region""#, with: #""comment":"","region""#)
    #expect(throws: PlanFileError.changed(file: "leavers.plan")) { try read(more) }
  }

  @Test(arguments: [
    "", "null", "[]", "{}", "plan", #"{"v":"1"}"#, #"{"v":1}"#, #"{"v":1,"sha256":"ab"}"#,
    #"{"v":0,"sha256":"","plan":{}}"#,
    #"{"v":1,"sha256":7,"plan":{}}"#, String(repeating: "[", count: 100_000),
    String(repeating: "{\"v\":", count: 100_000),
  ])
  func `what is no plan file is none`(text: String) {
    #expect(throws: PlanFileError.noPlanFile(file: "leavers.plan")) { try read(text) }
  }

  @Test func `a later version is named`() {
    #expect(throws: PlanFileError.newer(file: "leavers.plan", version: 2)) { try read(file(around: "{}", version: 2)) }
  }

  @Test func `a plan whose hash fits and that is none of ours is refused`() throws {
    #expect(try read(file(around: inner())).plan == Self.plan)
    let first = #"{"AuthenticationType":"USERPOOL","StackName":"biology","UserName":"u000000@x.example"}"#
    let twice = inner().replacing(first, with: "\(first),\(first)")
    let strange = inner().replacing(#""region""#, with: #""reasons":[],"region""#)
    for plan in ["{}", "null", "[]", twice, strange] {
      #expect(throws: PlanFileError.malformed(file: "leavers.plan"), "\(plan)") { try read(file(around: plan)) }
    }
  }

  @Test(arguments: [
    ("bad stack", "a@x", "\"bad stack\" cannot be a stack name"), ("s", "a b@x", "\"a b@x\" cannot be a user name"),
    ("s", "", "Empty text cannot be a user name"), ("s", "a\u{202e}@x", "\"a<U+202E>@x\" cannot be a user name"),
  ])
  func `an entry that names what cannot be is refused by its number`(stack: String, user: String, reason: String) {
    let entries = [Association(stackName: "a", userName: "a@x"), Association(stackName: stack, userName: user)]
    do throws(PlanFileError) {
      _ = try PlanFile(PlanFile.bytes(of: Sample.plan(of: entries)), name: "f")
      Issue.record("it was taken")
    } catch {
      #expect("\(error)".hasPrefix("f, entry 2: \(reason)"), "\(error)")
      #expect(!error.isChanged)
    }
  }

  static let sentences: [(PlanFileError, String, Bool)] = [
    (
      .noPlanFile(file: "f"),
      "f is not a plan file. Make one with: appstream-console disassociate --plan-out FILE", false
    ),
    (
      .newer(file: "f", version: 2),
      "f has format 2, which a later version of this program wrote. Use that version.", false
    ),
    (.changed(file: "f\u{1b}"), "f<U+001B> was changed: its plan does not fit its SHA-256. Make the plan anew.", true),
    (.malformed(file: "f"), "f holds a plan that this program cannot have written. Make the plan anew.", false),
    (.badEntry(file: "f", entry: 2, reason: "No."), "f, entry 2: No.", false),
  ]

  @Test(arguments: sentences)
  func `an error is a sentence`(error: PlanFileError, sentence: String, isChanged: Bool) {
    #expect("\(error)" == sentence)
    #expect(error.isChanged == isChanged)
  }
}
