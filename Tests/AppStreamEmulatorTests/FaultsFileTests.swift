import AppStream
import FoundationEssentials
import Testing

@testable import AppStreamEmulator

@Suite struct FaultsFileTests {
  private func parsed(_ text: String) throws -> FaultsFile { try FaultsFile(parsing: Array(text.utf8)) }

  @Test(arguments: [
    (#"{"fault":"throttle","rate":2.5,"burst":5}"#, Fault(.throttle(rate: 2.5, burst: 5))),
    (#"{"fault":"throttle","rate":1}"#, Fault(.throttle(rate: 1, burst: 1))),
    (#"{"fault":"serverError"}"#, Fault(.serverError(status: 500, isApplied: false))),
    (#"{"fault":"serverError","status":503,"applied":true}"#, Fault(.serverError(status: 503, isApplied: true))),
    (#"{"fault":"drop","applied":true}"#, Fault(.drop(isApplied: true))),
    (#"{"fault":"hang"}"#, Fault(.hang(isApplied: false))), (#"{"fault":"truncate"}"#, Fault(.truncate)),
    (#"{"fault":"html","status":200}"#, Fault(.html(status: 200, isApplied: false))),
    (#"{"fault":"delay","milliseconds":800}"#, Fault(.delay(.milliseconds(800)))),
    (
      #"{"fault":"item","userName":"a@x","code":"INTERNAL_ERROR"}"#,
      Fault(.item(userName: "a@x", stackName: nil, ItemFailure(code: "INTERNAL_ERROR")))
    ),
    (
      #"{"fault":"item","stackName":"s","code":"NEW","message":"m","applied":true}"#,
      Fault(.item(userName: nil, stackName: "s", ItemFailure(code: "NEW", message: "m", isApplied: true)))
    ),
    (#"{"fault":"strayItem","code":"C","message":"m"}"#, Fault(.strayItem(nil, ItemFailure(code: "C", message: "m")))),
    (
      #"{"fault":"strayItem","userName":"u","stackName":"s","code":"C","message":"m"}"#,
      Fault(.strayItem(Association(stackName: "s", userName: "u"), ItemFailure(code: "C", message: "m")))
    ),
    (
      #"{"fault":"forbidden","stacks":["s"]}"#,
      Fault(
        .forbidden(stacks: ["s"]),
        FaultTrigger(operations: ["BatchAssociateUserStack", "BatchDisassociateUserStack"])
      )
    ),
    (
      #"{"fault":"forbidden","operations":["DescribeUsers"]}"#,
      Fault(.forbidden(stacks: nil), FaultTrigger(operations: ["DescribeUsers"]))
    ),
    (#"{"fault":"forbidden","stacks":["s"],"operations":["*"]}"#, Fault(.forbidden(stacks: ["s"]))),
    (
      #"{"fault":"refuse","code":"X","message":"m","status":429}"#,
      Fault(.refuse(EmulatedRefusal(code: "X", message: "m", status: 429)))
    ),
    (#"{"fault":"repeatedToken"}"#, Fault(.repeatedToken)), (#"{"fault":"emptyPage"}"#, Fault(.emptyPage)),
    (#"{"fault":"clockSkew","seconds":-600}"#, Fault(.clockSkew(seconds: -600))),
    (#"{"fault":"expiredKey"}"#, Fault(.expiredKey(nil))),
    (#"{"fault":"expiredKey","accessKeyId":"K"}"#, Fault(.expiredKey("K"))),
    (
      #"{"fault":"truncate","operations":["*"],"probability":0.5,"first":9,"after":1,"times":2,"afterSeconds":3}"#,
      Fault(.truncate, FaultTrigger(probability: 0.5, first: 9, after: 1, times: 2, afterSeconds: 3))
    ),
    (
      #"{"fault":"truncate","operations":["GetCallerIdentity"]}"#,
      Fault(.truncate, FaultTrigger(operations: ["GetCallerIdentity"]))
    ),
  ])
  func `each kind of fault is read`(text: String, fault: Fault) throws {
    let file = try parsed(#"{"faults":[\#(text)]}"#)
    #expect(file.faults == [fault])
    #expect(text.contains("\"\(fault.kind.name)\""))
  }

  @Test(arguments: [
    ("", "it is not JSON"), ("[]", "the file is not a JSON object"),
    (#"{"fault":[]}"#, #"the file has the unknown member "fault"; it may have rules, keys, faults, randomSeed"#),
    (#"{"faults":{}}"#, #""faults" of the file is not a list"#),
    (#"{"faults":[1]}"#, "fault 1 is not a JSON object"), (#"{"faults":[{}]}"#, #"fault 1 has no "fault""#),
    (
      #"{"faults":[{"fault":"drop"},{"fault":"flood"}]}"#,
      #""fault" of fault 2 is not a kind of fault: "flood" is not known"#
    ),
    (#"{"faults":[{"fault":"throttle"}]}"#, #"fault 1 has no "rate""#),
    (#"{"faults":[{"fault":"throttle","rate":"2"}]}"#, #""rate" of fault 1 is not a number"#),
    (#"{"faults":[{"fault":"throttle","rate":-1}]}"#, #""rate" of fault 1 is not a number not below 0.0"#),
    (
      #"{"faults":[{"fault":"truncate","rat":2}]}"#,
      #"fault 1 has the unknown member "rat"; it may have fault, operations, probability, first, after, times, "#
        + "afterSeconds"
    ),
    (#"{"faults":[{"fault":"drop","applied":1}]}"#, #""applied" of fault 1 is not true or false"#),
    (#"{"faults":[{"fault":"drop","times":1.5}]}"#, #""times" of fault 1 is not a whole number not below 0"#),
    (#"{"faults":[{"fault":"drop","probability":2}]}"#, #""probability" of fault 1 is not between 0 and 1"#),
    (#"{"faults":[{"fault":"serverError","status":404}]}"#, #""status" of fault 1 is not between 500 and 599"#),
    (
      #"{"faults":[{"fault":"drop","operations":["DescribeStack"]}]}"#,
      #""operations" of fault 1 is not a list of operations or "*": "DescribeStack" is not known"#
    ),
    (#"{"faults":[{"fault":"drop","operations":"*"}]}"#, #""operations" of fault 1 is not a list"#),
    (#"{"rules":{"badItem":"maybe"}}"#, #""badItem" of rules is not one of itemError, refusesBatch"#),
    (#"{"rules":{"usersPerPage":0}}"#, #""usersPerPage" of rules is not a whole number not below 1"#),
    (#"{"rules":{"lagReads":1,"lagSeconds":1}}"#, #""lagReads" of rules is not alone: "lagSeconds" is there, too"#),
    (#"{"keys":[{"accessKeyId":"K"}]}"#, #"key 1 has no "secretAccessKey""#),
    (
      #"{"keys":[{"accessKeyId":"K","secretAccessKey":"S","expiration":"soon"}]}"#,
      #""expiration" of key 1 is not a time such as 2026-11-22T14:02:11Z"#
    ),
  ])
  func `what is not right is told, with its place`(text: String, problem: String) {
    let error = #expect(throws: EmulatorFileError.self) { try parsed(text) }
    #expect(
      error?.description
        == "The faults file cannot be used: \(problem). See appstream-emulator --help for what it may hold."
    )
  }

  @Test func `an empty file changes nothing`() throws {
    let file = try parsed("{}")
    #expect(file.faults.isEmpty)
    #expect(file.rules == EmulatorRules())
    #expect(file.keys.keys == EmulatorKeys.default.keys)
    #expect(file.randomSeed == 1)
  }

  @Test func `rules are read`() throws {
    let file = try parsed(
      """
      {"rules":{"notAssociated":"userNameNotFound","badItem":"refusesBatch","longBatch":"accepted",
      "unknownUser":"resourceNotFound","pageTokens":"offsets","skewedDate":"requestTimeTooSkewed","lagSeconds":1.5,
      "deletedUserKeepsAssociations":true,"sendsErrorTypeHeader":true,"stacksPerPage":1,"usersPerPage":2,
      "associationsPerPage":3,"associationsPerPageLimit":4,"userQuota":50,"stackQuota":10},"randomSeed":7}
      """
    )
    var rules = EmulatorRules()
    rules.notAssociated = .userNameNotFound
    rules.badItem = .refusesBatch
    rules.longBatch = .accepted
    rules.unknownUser = .resourceNotFound
    rules.pageTokens = .offsets
    rules.skewedDate = .requestTimeTooSkewed
    rules.lag = .time(.milliseconds(1500))
    rules.deletedUserKeepsAssociations = true
    rules.sendsErrorTypeHeader = true
    (rules.stacksPerPage, rules.usersPerPage) = (1, 2)
    (rules.associationsPerPage, rules.associationsPerPageLimit) = (3, 4)
    (rules.userQuota, rules.stackQuota) = (50, 10)
    #expect(file.rules == rules)
    #expect(file.randomSeed == 7)
    #expect(try parsed(#"{"rules":{"lagReads":2}}"#).rules.lag == .reads(2))
  }

  @Test func `keys are added to those there are`() throws {
    let file = try parsed(
      """
      {"keys":[{"accessKeyId":"K","secretAccessKey":"S","sessionToken":"T","expiration":"2026-11-22T14:02:11Z",
      "account":"111122223333","arn":"arn:aws:sts::111122223333:assumed-role/A/b","userId":"U"},
      {"accessKeyId":"L","secretAccessKey":"S"}]}
      """
    )
    #expect(file.keys.keys.count == 5)
    #expect(
      file.keys.keys["K"]
        == EmulatorKeys.Key(
          accessKeyID: "K",
          secretAccessKey: "S",
          sessionToken: "T",
          expiration: .noon,
          identity: EmulatedIdentity(
            account: "111122223333",
            arn: "arn:aws:sts::111122223333:assumed-role/A/b",
            userID: "U"
          )
        )
    )
    #expect(file.keys.keys["L"]?.identity.arn == "arn:aws:iam::123456789012:user/L")
  }
}
