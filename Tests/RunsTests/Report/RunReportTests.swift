import AWSClientCore
import AppStream
import PlainText
import Runs
import TestSupport
import Testing

/// A run as other programs read it.
struct RunReportTests {
  private func finished(_ operation: RunOperation = .disassociate) throws -> RunMachine {
    var player = RunPlayer(Sample.plan(["biology": 2], operation))
    let order = try player.send()
    player.answered(order, [player.error(1, "INTERNAL_ERROR")])
    try player.saw(player.read(), present: operation == .disassociate ? [1] : [0])
    player.happens(.finished(player.machine.counts))
    return player.machine
  }

  @Test func `an error for nobody in the call is a sentence of its own`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    let order = try player.send()
    let elsewhere = UserStackAssociationError(
      userStackAssociation: PartialAssociation(Association(stackName: "maths", userName: "eve@x.example")),
      errorCode: "WEIRD",
      errorMessage: "unheard of"
    )
    player.answered(order, [elsewhere])
    #expect(
      player.machine.strayErrorSentences == [
        "An answer had an error for none of the entries sent (maths eve@x.example): WEIRD unheard of"
      ]
    )
  }

  private func entry(_ user: Int, _ outcome: String, _ error: [String: JSONValue], requestID: JSONValue) -> JSONValue {
    .object(
      [
        "UserStackAssociation": .object([
          "StackName": .string("biology"),
          "UserName": .string(Sample.user(user)),
          "AuthenticationType": .string("USERPOOL"),
        ]),
        "Outcome": .string(outcome),
        "RequestId": requestID,
      ].merging(error) { _, new in new }
    )
  }

  private let noError: [String: JSONValue] = ["ErrorCode": .null, "ErrorMessage": .null]

  @Test func `a run is one object in the service's words`() throws {
    let id = try #require(RunID("20261122T140215Z-7f3a"))
    let unmatched = Unmatched(
      userName: "Ada@x.example",
      reason: .caseDiffers,
      candidates: ["ada@x.example"],
      source: Unmatched.Source(file: "leavers.csv", line: 3)
    )
    var selection = SelectionReport()
    (selection.matched, selection.caseDiffers, selection.passedOver) = (2, 1, 3)
    let report = RunReport(run: id, try finished(), unmatched: [unmatched], selection: selection)
    #expect(
      report.json
        == .object([
          "Run": .string("20261122T140215Z-7f3a"),
          "Operation": .string("disassociate"),
          "Account": .string("111122223333"),
          "Region": .string("eu-west-1"),
          "Entries": .array([
            entry(0, "removed", noError, requestID: .string("q-1")),
            entry(
              1,
              "failed",
              ["ErrorCode": .string("INTERNAL_ERROR"), "ErrorMessage": .string("Said so.")],
              requestID: .string("q-1")
            ),
          ]),
          "Counts": .object([
            "removed": .integer(1), "absent": .integer(0), "failed": .integer(1), "stopped": .integer(0),
            "unknown": .integer(0),
          ]),
          "Selection": .object([
            "Matched": .integer(2), "NotFound": .integer(0), "CaseDiffers": .integer(1), "InSeveralStacks": .integer(0),
            "NothingLeft": .integer(0), "OnNoStack": .null, "Kept": .integer(0), "PassedOver": .integer(3),
          ]),
          "Unmatched": .array([
            .object([
              "UserName": .string("Ada@x.example"),
              "Reason": .string("CaseDiffers"),
              "Candidates": .array([.string("ada@x.example")]),
              "Likeness": .null,
              "File": .string("leavers.csv"),
              "Line": .integer(3),
            ])
          ]),
        ])
    )
  }

  @Test func `the counts of an undo are those of returning`() throws {
    let report = RunReport(run: nil, try finished(.associate), unmatched: [])
    let members = try #require(report.json.members)
    #expect(
      members["Counts"]
        == .object([
          "restored": .integer(1), "present": .integer(0), "failed": .integer(1), "stopped": .integer(0),
          "unknown": .integer(0),
        ])
    )
  }

  @Test func `what was only planned says so, and has no run`() throws {
    var machine = RunMachine(Sample.plan(["biology": 2]))
    machine.apply(.observed(stack: "biology", present: [0], gone: [1], unreadable: []))
    let report = RunReport(run: nil, machine, unmatched: [])
    let members = try #require(report.json.members)
    #expect(members["Run"] == .null)
    #expect(report.rows.map { $0[3] } == [.string("planned"), .string("absent")])
    #expect(
      members["Entries"]
        == .array([
          entry(0, "planned", noError, requestID: .null), entry(1, "absent", noError, requestID: .null),
        ])
    )
  }

  @Test func `a row has a cell for every column`() throws {
    let report = RunReport(run: nil, try finished(), unmatched: [])
    #expect(
      RunReport.columns == [
        "StackName", "UserName", "AuthenticationType", "Outcome", "ErrorCode", "ErrorMessage", "RequestId",
      ]
    )
    #expect(
      report.rows.first == [
        .string("biology"), .string(Sample.user(0)), .string("USERPOOL"), .string("removed"), .null, .null,
        .string("q-1"),
      ]
    )
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue]? { if case .object(let members) = self { members } else { nil } }
}
