import AWSClientCore
import AppStream
import TestSupport
import Testing

/// What has been read, as a sum of what came in.
struct EstateTests {
  private let failure = Sample.refusal("InternalFailure", status: 500)

  private func estate(_ events: EstateEvent...) -> Estate {
    var estate = Estate()
    events.forEach { estate.apply($0) }
    return estate
  }

  private func stacks(_ names: String...) -> EstateEvent { .stacks(names.map { Stack(name: $0) }) }

  private func rows(_ stack: String, _ users: ClosedRange<Int>) -> [UserStackAssociation] {
    users.map { UserStackAssociation(stackName: stack, userName: Sample.user($0)) }
  }

  private func page(_ stack: String, _ users: ClosedRange<Int>) -> EstateEvent {
    .associations(stack: stack, rows(stack, users))
  }

  private func ended(_ stack: String, _ failure: ServiceError? = nil) -> EstateEvent {
    .associationsEnded(stack: stack, failure, at: Sample.moment)
  }

  @Test func `nothing has been read at first`() {
    let estate = Estate()
    #expect(estate.stackList == .waiting)
    #expect(estate.userList == .waiting)
    #expect(estate.associations.isEmpty)
  }

  @Test func `stacks come in pages, are sorted, and each is there once`() {
    var estate = estate(.stackListStarted, stacks("physics", "biology"))
    #expect(estate.stackList == .reading(pages: 1))
    estate.apply(stacks("art", "physics"))
    estate.apply(.stackListEnded(nil, at: Sample.moment))
    #expect(estate.stacks.map(\.name) == ["art", "biology", "physics"])
    #expect(estate.stackList == .complete(at: Sample.moment))
  }

  @Test func `rows come in pages and each is there once, in one page too`() {
    let estate = estate(
      .stackListStarted,
      stacks("biology"),
      .associationsStarted(stack: "biology"),
      .associations(stack: "biology", rows("biology", 0...1) + rows("biology", 1...1)),
      page("biology", 1...3),
      ended("biology")
    )
    #expect(estate.associations(of: "biology") == rows("biology", 0...3))
    #expect(estate.readings["biology"] == .complete(at: Sample.moment))
  }

  @Test func `names that only look the same are two rows`() {
    let names = ["zo\u{EB}@x.example", "zoe\u{308}@x.example"]
    let estate = estate(
      .associationsStarted(stack: "biology"),
      .associations(stack: "biology", names.map { UserStackAssociation(stackName: "biology", userName: $0) })
    )
    #expect(estate.associations(of: "biology").map { Array($0.userName.utf8) } == names.map { Array($0.utf8) })
  }

  @Test func `what was read before a failure is kept and marked as partial`() {
    let estate = estate(
      .stackListStarted,
      stacks("biology", "physics"),
      .stackListEnded(nil, at: Sample.moment),
      .associationsStarted(stack: "biology"),
      page("biology", 0...1),
      page("biology", 2...3),
      ended("biology", failure)
    )
    #expect(estate.associations(of: "biology").count == 4)
    #expect(estate.readings["biology"] == .partial(pages: 2, failure))
    #expect(estate.stacksNotRead == ["biology", "physics"])
  }

  @Test func `reading again replaces what was there with the first page`() {
    var estate = estate(
      .associationsStarted(stack: "biology"),
      page("biology", 0...3),
      ended("biology"),
      .associationsStarted(stack: "biology")
    )
    #expect(estate.associations(of: "biology").count == 4, "kept until something newer is there")
    #expect(estate.readings["biology"] == .reading(pages: 0))
    estate.apply(page("biology", 2...2))
    estate.apply(ended("biology"))
    #expect(estate.associations(of: "biology") == rows("biology", 2...2))
  }

  @Test func `reading again in vain keeps what was there`() {
    let estate = estate(
      .associationsStarted(stack: "biology"),
      page("biology", 0...3),
      ended("biology"),
      .associationsStarted(stack: "biology"),
      ended("biology", failure)
    )
    #expect(estate.associations(of: "biology").count == 4)
    #expect(estate.readings["biology"] == .partial(pages: 0, failure))
  }

  @Test func `a stack that became empty is empty`() {
    let estate = estate(
      .associationsStarted(stack: "biology"),
      page("biology", 0...3),
      ended("biology"),
      .associationsStarted(stack: "biology"),
      .associations(stack: "biology", []),
      ended("biology")
    )
    #expect(estate.associations(of: "biology").isEmpty)
  }

  @Test func `stacks that vanished take their rows along once the whole list says so`() {
    var estate = estate(
      .stackListStarted,
      stacks("biology", "physics"),
      .stackListEnded(nil, at: Sample.moment),
      .associationsStarted(stack: "physics"),
      page("physics", 0...1),
      ended("physics"),
      .stackListStarted,
      stacks("biology")
    )
    #expect(estate.associations(of: "physics").count == 2, "the list is not at its end")
    var failed = estate
    failed.apply(.stackListEnded(failure, at: Sample.moment))
    #expect(failed.associations(of: "physics").count == 2)
    #expect(failed.stackList == .partial(pages: 1, failure))
    estate.apply(.stackListEnded(nil, at: Sample.moment))
    #expect(estate.associations(of: "physics").isEmpty)
    #expect(estate.readings["physics"] == nil)
  }

  @Test func `users are known by name, and the newest word on them counts`() {
    let estate = estate(
      .userListStarted,
      .users([User(userName: "ada@x.example", status: "UNCONFIRMED"), User(userName: nil)]),
      .users([User(userName: "ada@x.example", status: "CONFIRMED"), User(userName: "bo@x.example")]),
      .userListEnded(failure, at: Sample.moment)
    )
    #expect(estate.users.compactMap(\.userName).sorted() == ["ada@x.example", "bo@x.example"])
    #expect(estate.user(named: "ada@x.example")?.status == "CONFIRMED")
    #expect(estate.userList == .partial(pages: 2, failure))
    #expect(!estate.userList.isComplete)
  }

  @Test func `all rows come stack by stack`() {
    let estate = estate(
      .stackListStarted,
      stacks("physics", "biology"),
      .associationsStarted(stack: "physics"),
      page("physics", 0...0),
      .associationsStarted(stack: "biology"),
      page("biology", 5...6)
    )
    #expect(estate.associations == rows("biology", 5...6) + rows("physics", 0...0))
    #expect(estate.readings["biology"]?.isReading == true)
  }
}
