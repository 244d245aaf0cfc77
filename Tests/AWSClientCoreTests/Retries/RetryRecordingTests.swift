import AWSClientCore
import TestSupport
import Testing

/// Calls with their responses, and what botocore does; `Vectors/record-retries.py` writes them.
struct RecordedRetries: Decodable, Sendable, CustomTestStringConvertible {
  struct Answer: Decodable, Sendable {
    var status: Int?
    var code: String?
    var hint: String?
    var lost: String?
  }

  /// What became of one call: the seconds waited before each retry, and the quota left.
  struct Outcome: Decodable, Sendable, Equatable {
    var delays: [Double]
    var quota: Int
  }

  var name: String
  var calls: [[Answer]]
  var attempts: Int?
  var botocore: [Outcome]
  /// What is different here on purpose.
  var here: [Outcome]?
  var why: String?

  var testDescription: String { name }
  static let all = Result { try Recording.cases("retries.json", of: RecordedRetries.self) }
}

@Suite struct RetryRecordingTests {
  @Test func `there are enough cases, and every difference has a reason`() throws {
    let cases = try RecordedRetries.all.get()
    #expect(cases.count >= 120)
    #expect(Set(cases.map(\.name)).count == cases.count)
    #expect(cases.allSatisfy { ($0.here == nil) == ($0.why == nil) })
  }

  @Test(arguments: try RecordedRetries.all.get())
  func `a read is sent again when and after how long botocore sends it again`(recorded: RecordedRetries) async throws {
    let quota = RetryQuota()
    var outcomes: [RecordedRetries.Outcome] = []
    for answers in recorded.calls {
      let rules = RetryRules(maximumAttempts: recorded.attempts ?? 3)
      let call = JSONCall(try answers.map(Self.step), rules: rules, quota: quota)
      do throws(ServiceError) {
        _ = try await call.read()
      } catch {
        // Which error it is in the end is the subject of other tests.
      }
      let delays = call.clock.sleeps.elements.map { ($0 / .seconds(1) * 1e9).rounded() / 1e9 }
      outcomes.append(RecordedRetries.Outcome(delays: delays, quota: quota.available))
      #expect(call.transport.requests.count == delays.count + 1)
    }
    #expect(outcomes == recorded.here ?? recorded.botocore)
  }

  private static func step(_ answer: RecordedRetries.Answer) throws -> ScriptedTransport.Step {
    switch answer.lost {
    case "cannotConnect": return .failure(.cannotConnect(host: "h", reason: "r"))
    case "connectTimedOut": return .failure(.connectTimedOut(host: "h", seconds: 5))
    case "responseTimedOut": return .failure(.responseTimedOut(host: "h", seconds: 20))
    case "connectionLost": return .failure(.connectionLost(host: "h", reason: "r"))
    case "untrusted": return .failure(.untrusted(host: "h", reason: "r"))
    case "proxyRefused": return .failure(.proxyRefused(host: "h", proxy: "p", reason: "r"))
    default: break
    }
    let status = try #require(answer.status)
    let hint: HTTPHeaders = answer.hint.map { ["x-amz-retry-after": $0] } ?? [:]
    guard let code = answer.code else {
      return .json(status == 200 ? "{\"Count\":3}" : "", status: status, headers: hint)
    }
    return .json("{\"__type\":\"\(code)\",\"message\":\"\"}", status: status, headers: hint)
  }
}
