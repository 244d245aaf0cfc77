import AWSClientCore
import AppStream
import Runs
import Screen
import Testing

@testable import Console

@Suite struct StacksPaneTests {
  private func stackRows(_ session: Session) -> [String] {
    session.lines.dropFirst(4).prefix(22).map { String($0.prefix(37)) }
  }

  @Test(arguments: [
    (nil, "14:02Z"), (ServiceError.refusal("InternalError"), "part"), (.refusal("AccessDeniedException"), "denied"),
  ])
  func `a stack says how far it was read`(failure: ServiceError?, word: String) {
    let account = SampleAccount.of(stacks: 2, usersEach: 3)
    var session = Session(size: .large)
    session.readStacks(of: account)
    #expect(stackRows(session)[1] == "  stack-00             -    0 waits  ")
    session.send(.estate(.associationsStarted(stack: "stack-00")))
    #expect(stackRows(session)[1] == "  stack-00             -    0 reads  ")
    session.read("stack-00", of: account, failure: failure)
    #expect(stackRows(session)[1] == "  stack-00             3    0 \(word.padded(to: 7))")
  }

  @Test func `an empty stack that was read has no rows, which is not the same as not read`() {
    let session = Session.reading(SampleAccount(stacks: ["empty": []], users: []), size: .large)
    #expect(stackRows(session)[1] == "  empty                0    0 14:02Z ")
    #expect(session.rows == ["    No user is associated with any stack."])
  }

  @Test func `a protected stack has a sign, beside the cursor too, and a line that says what it means`() {
    var session = Session.reading(
      SampleAccount(),
      .sample { $0.rules.protectedStacks = ["chemistry-lab"] },
      size: .large
    )
    #expect(stackRows(session)[2].hasPrefix("! chemistry-lab"))
    session.press(.tab, .down, .down)
    #expect(stackRows(session)[2].hasPrefix(">!chemistry-lab"))
    #expect(session.messageLine == "chemistry-lab is protected: its rows are confirmed by typing the whole phrase.")
  }

  @Test func `a stack that failed tells the whole reason under the cursor`() {
    let account = SampleAccount.of(stacks: 2, usersEach: 3)
    var session = Session.reading(account, size: .large)
    session.read("stack-01", of: account, failure: .refusal("InternalError"))
    session.press(.tab, .end)
    #expect(
      session.messageLine
        == "The service refused DescribeUserStackAssociations: It did not work (InternalError, request 7f3a)."
    )
  }

  @Test func `many stacks scroll with the cursor`() {
    var session = Session.reading(.of(stacks: 60, usersEach: 1), size: .large)
    session.press(.tab, .end)
    #expect(stackRows(session).last?.hasPrefix("> stack-59") == true)
    session.press(.home)
    #expect(stackRows(session).first?.hasPrefix("> All stacks") == true)
    #expect(session.lines[2].hasPrefix("60 stacks, 60 read"))
  }

  @Test func `marks are counted by stack`() {
    var session = Session.reading(size: .large)
    session.press(.character(" "), .character(" "), .character(" "))
    #expect(
      stackRows(session).prefix(4).map { $0.dropFirst(22).prefix(7) } == [" 8    3", " 3    2", " 2    1", " 3    0"]
    )
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(0, count - self.count))
  }
}
