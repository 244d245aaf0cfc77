import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import TestSupport
import Testing

@Suite struct FaultTests {
  private let list = #"{"StackName":"design"}"#
  private let item = #"{"StackName":"design","UserName":"ana@x.example","AuthenticationType":"USERPOOL"}"#
  private var batch: String { #"{"UserStackAssociations":[\#(item)]}"# }

  private func bench(_ kind: Fault.Kind, _ trigger: FaultTrigger = FaultTrigger()) -> TestBench {
    TestBench(seed: .small, faults: [Fault(kind, trigger)])
  }

  /// The codes of so many calls, one after the other; empty where a call went well.
  private func codes(_ bench: TestBench, _ count: Int, _ operation: String = "DescribeStacks") async throws -> [String]
  {
    var codes: [String] = []
    for _ in 0..<count { codes.append(try await bench.call(operation).code ?? "") }
    return codes.map { $0.replacing("com.amazon.coral.service#", with: "") }
  }

  @Test func `a throttle lets a burst through, and then so many a second`() async throws {
    let bench = bench(.throttle(rate: 2, burst: 3))
    let throttled = "ThrottlingException"
    #expect(try await codes(bench, 5) == ["", "", "", throttled, throttled])
    bench.time.advance(by: .milliseconds(500))
    #expect(try await codes(bench, 2) == ["", throttled])
    bench.time.advance(by: .seconds(60))
    #expect(try await codes(bench, 4) == ["", "", "", throttled])
    #expect(try await bench.call("DescribeStacks").message == "Rate exceeded")
  }

  @Test func `a throttled write changes nothing`() async throws {
    let bench = bench(.throttle(rate: 0, burst: 0))
    #expect(try await bench.call("BatchDisassociateUserStack", batch).status == 400)
    #expect(bench.service.directory.contains(Association("ana/design")))
    #expect(bench.service.log.map(\.faults) == [["throttle"]])
  }

  @Test func `a fault is only for its operations`() async throws {
    let bench = bench(.throttle(rate: 0, burst: 0), FaultTrigger(operations: ["DescribeUsers"]))
    #expect(try await codes(bench, 2) == ["", ""])
    #expect(try await bench.call("DescribeUsers", #"{"AuthenticationType":"USERPOOL"}"#).status == 400)
  }

  @Test(arguments: [
    (FaultTrigger(first: 2), [true, true, false, false]), (FaultTrigger(after: 2), [false, false, true, true]),
    (FaultTrigger(times: 1), [true, false, false, false]),
    (FaultTrigger(after: 1, times: 2), [false, true, true, false]),
    (FaultTrigger(first: 3, after: 1), [false, true, true, false]),
    (FaultTrigger(probability: 0), [false, false, false, false]),
    (FaultTrigger(afterSeconds: 2), [false, false, true, true]),
  ])
  func `a trigger says which calls`(trigger: FaultTrigger, expected: [Bool]) async throws {
    let bench = bench(.serverError(status: 503, isApplied: false), trigger)
    var fired: [Bool] = []
    for _ in expected {
      fired.append(try await bench.call("DescribeStacks").status == 503)
      bench.time.advance(by: .seconds(1))
    }
    #expect(fired == expected)
  }

  @Test func `a probability is about kept, and the same each time`() async throws {
    let trigger = FaultTrigger(probability: 0.3)
    let kind = Fault.Kind.serverError(status: 500, isApplied: false)
    let once = try await codes(bench(kind, trigger), 300)
    #expect((60...120).contains(once.filter { $0 == "InternalFailure" }.count))
    #expect(try await codes(bench(kind, trigger), 300) == once)
  }

  @Test(arguments: [
    (500, false, "InternalFailure"), (503, false, "ServiceUnavailableException"),
    (500, true, "InternalFailure"),
  ])
  func `a server error is done or not as it says`(status: Int, applied: Bool, code: String) async throws {
    let bench = bench(.serverError(status: status, isApplied: applied))
    let answer = try await bench.call("BatchDisassociateUserStack", batch)
    #expect(answer.status == status)
    #expect(answer.code == code)
    #expect(bench.service.directory.contains(Association("ana/design")) == !applied)
    #expect(bench.service.log.map(\.applied) == [applied])
  }

  @Test(arguments: [(502, false), (200, false), (504, true)])
  func `a proxy answers in HTML`(status: Int, applied: Bool) async throws {
    let bench = bench(.html(status: status, isApplied: applied))
    let answer = try await bench.call("BatchDisassociateUserStack", batch)
    #expect(answer.status == status)
    #expect(answer.response.headers["Content-Type"] == "text/html")
    #expect(answer.text.hasPrefix("<html>"))
    #expect(answer.response.headers["x-amzn-RequestId"] == nil)
    #expect(bench.service.directory.contains(Association("ana/design")) == !applied)
  }

  @Test func `a late response is waited for on the clock that was given`() async throws {
    let bench = bench(.delay(.milliseconds(800)))
    #expect(try await bench.call("DescribeStacks").status == 200)
    #expect(bench.clock.sleeps.elements == [.milliseconds(800)])
  }

  @Test func `a response that is later than the limit never comes, and is done all the same`() async throws {
    let bench = bench(.delay(.seconds(30)))
    let error = await #expect(throws: TransportError.self) {
      try await bench.call("BatchDisassociateUserStack", batch)
    }
    #expect(error == .responseTimedOut(host: "127.0.0.1", seconds: 20))
    #expect(bench.clock.sleeps.elements == [.seconds(20)])
    #expect(!bench.service.directory.contains(Association("ana/design")))
  }

  @Test func `a caller who gives up hears that it was cancelled`() async throws {
    let bench = bench(.hang(isApplied: false))
    let task = Task { () -> TransportError? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(TransportError) {
        _ = try await bench.service.send(bench.request("DescribeStacks"))
        return nil
      } catch {
        return error
      }
    }
    #expect(await task.value == .cancelled(host: "127.0.0.1"))
  }

  @Test func `an item fails with any code, by user, by stack or by both`() async throws {
    let failure = ItemFailure(code: "SOMETHING_NEW", message: "never heard of")
    let both = #"{"UserStackAssociations":[\#(item),\#(item.replacing("design", with: "lab"))]}"#
    for (user, stack, failing) in [
      ("ana@x.example", "design", ["design"]), ("ana@x.example", nil, ["design", "lab"]), (nil, "lab", ["lab"]),
      ("Ana@x.example", nil, []),
    ] {
      let bench = bench(.item(userName: user, stackName: stack, failure))
      let answer = try await bench.call("BatchDisassociateUserStack", both)
      #expect(answer.errors.map { $0["ErrorCode"]?.text } == failing.map { _ in "SOMETHING_NEW" })
      #expect(answer.errors.map { $0["UserStackAssociation"]?["StackName"]?.text } == failing)
      for stack in ["design", "lab"] {
        #expect(bench.service.directory.contains(Association("ana/\(stack)")) == failing.contains(stack))
      }
    }
  }

  @Test(arguments: [
    (Optional(Association("zoe/other")), Optional("other")), (nil, nil),
  ])
  func `an error may be about something that was not sent`(association: Association?, stack: String?) async throws {
    let bench = bench(.strayItem(association, ItemFailure(code: "INTERNAL_ERROR")))
    let answer = try await bench.call("BatchDisassociateUserStack", batch)
    #expect(answer.errors.count == 1)
    #expect(answer.errors[0]["UserStackAssociation"]?["StackName"]?.text == stack)
    #expect(!bench.service.directory.contains(Association("ana/design")))
  }

  @Test func `a whole call is refused with any error`() async throws {
    let bench = bench(.refuse(EmulatedRefusal(code: "ConcurrentModificationException", message: "Wait.")))
    let answer = try await bench.call("BatchDisassociateUserStack", batch)
    #expect(answer.code == "ConcurrentModificationException")
    #expect(answer.message == "Wait.")
    #expect(bench.service.directory.contains(Association("ana/design")))
  }

  @Test func `the service's clock is off, and its Date header shows it`() async throws {
    let bench = bench(.clockSkew(seconds: 900))
    let answer = try await bench.call("DescribeStacks")
    #expect(answer.code == "com.amazon.coral.service#InvalidSignatureException")
    #expect(answer.response.headers["Date"] == "Sun, 22 Nov 2026 14:17:11 GMT")
    #expect(try await bench.call("DescribeStacks", at: .noon + 900).status == 200)
  }

  @Test func `a key ends after so many calls, and another one goes on`() async throws {
    let bench = bench(.expiredKey(EmulatorKeys.role.accessKeyID), FaultTrigger(after: 2))
    for expected in [200, 200, 400] {
      #expect(try await bench.call("DescribeStacks", key: EmulatorKeys.role).status == expected)
    }
    #expect(try await codes(bench, 3) == ["", "", ""])
    let code = try await bench.call("DescribeStacks", key: EmulatorKeys.role).code
    #expect(code == "com.amazon.coral.service#ExpiredTokenException")
  }

  @Test func `faults can be put in while it runs`() async throws {
    let bench = TestBench(seed: .small)
    #expect(try await codes(bench, 1) == [""])
    bench.service.replaceFaults([Fault(.throttle(rate: 0, burst: 0))])
    #expect(try await codes(bench, 1) == ["ThrottlingException"])
    bench.service.replaceFaults([])
    #expect(try await codes(bench, 1) == [""])
  }
}

extension RawAnswer {
  /// The item errors of a batch.
  fileprivate var errors: [JSONValue] {
    guard case .array(let errors)? = json?["errors"] else { return [] }
    return errors
  }
}
