import Console
import PlainText
import Testing

@testable import Program

@Suite(.timeLimit(.minutes(1))) struct CodeRequestsTests {
  private let inbox = LoopInbox(isUrgent: \.isUrgent)

  /// The request that the screen is told of next.
  private func request() async throws -> CodeRequest {
    guard case .event(.codeNeeded(let request)) = await inbox.next() else {
      throw NotACode()
    }
    return request
  }

  private struct NotACode: Error {}

  @Test func `a code is asked for on the screen, and handed to whoever asked`() async throws {
    let codes = CodeRequests(inbox)
    async let code = codes.method(SessionNumber(3)).mfaCode("arn:aws:iam::111122223333:mfa/ops")
    let request = try await request()
    #expect(request.serial == "arn:aws:iam::111122223333:mfa/ops")
    #expect(request.session == 3)
    codes.answer(request, Secret("123456"))
    #expect(await code == Secret("123456"))
    // A second answer finds nobody.
    codes.answer(request, Secret("654321"))
  }

  @Test func `nobody's code goes to the wrong request`() async throws {
    let codes = CodeRequests(inbox)
    async let first = codes.method(SessionNumber(0)).mfaCode("one")
    let one = try await request()
    async let second = codes.method(SessionNumber(0)).mfaCode("two")
    let two = try await request()
    codes.answer(two, Secret("222222"))
    codes.answer(one, Secret("111111"))
    #expect(await first == Secret("111111"))
    #expect(await second == Secret("222222"))
  }

  @Test func `a session that is given up gets no code, and the others still may`() async throws {
    let codes = CodeRequests(inbox)
    async let given = codes.method(SessionNumber(1)).mfaCode("one")
    _ = try await request()
    async let kept = codes.method(SessionNumber(2)).mfaCode("two")
    let two = try await request()
    codes.giveUp(session: 1)
    #expect(await given == nil)
    codes.answer(two, Secret("222222"))
    #expect(await kept == Secret("222222"))
  }

  @Test func `without a screen nobody is asked any more`() async throws {
    let codes = CodeRequests(inbox)
    async let open = codes.method(SessionNumber(0)).mfaCode("one")
    _ = try await request()
    codes.end()
    #expect(await open == nil)
    #expect(await codes.method(SessionNumber(0)).mfaCode("two") == nil)
    #expect(!codes.method(SessionNumber(0)).letsProgramsAsk)
  }
}
