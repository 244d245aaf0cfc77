import AppStream
import Testing

@testable import Console

/// Whose names may be taken for one another, and where else a user is.
@Suite struct LookAlikeRowTests {
  private func session(_ stacks: KeyValuePairs<String, [String]>, pool: [String] = []) -> Session {
    var account = SampleAccount()
    account.stacks = Dictionary(uniqueKeysWithValues: stacks.map { ($0.key, $0.value) })
    account.users = pool.map { User(userName: $0) }
    return .reading(account)
  }

  @Test func `look-alikes are found among the users of stacks and of the pool, as long as they are there`() {
    var session = session(["design": ["Ada@x.example", "ada@x.example", "bo@x.example"]], pool: ["BO@x.example"])
    #expect(session.state.lookAlikes(of: "Ada@x.example") == ["ada@x.example"])
    #expect(session.state.lookAlikes(of: "bo@x.example") == ["BO@x.example"])
    #expect(session.state.lookAlikes(of: "nobody@x.example") == [])
    session.send(.estate(.associationsStarted(stack: "design")))
    session.send(.estate(.associations(stack: "design", [])))
    session.send(.estate(.associationsEnded(stack: "design", nil, at: noon)))
    #expect(session.state.lookAlikes(of: "ada@x.example") == [])
  }

  @Test func `a name that nobody has any more has look-alikes as well`() {
    let session = session(["design": ["ada@x.example"]])
    #expect(session.state.lookAlikes(of: "Ada@x.example") == ["ada@x.example"])
    #expect(session.state.lookAlikes(of: "ada@x.example") == [])
  }

  @Test func `look-alikes in the pool are there while the pool is read again, and go when it is read without them`() {
    var session = session(["design": ["bo@x.example"]], pool: ["BO@x.example"])
    session.send(.estate(.userListStarted))
    session.send(.estate(.users([User(userName: "eve@x.example")])))
    #expect(session.state.lookAlikes(of: "bo@x.example") == ["BO@x.example"])
    session.send(.estate(.userListEnded(nil, at: noon)))
    #expect(session.state.lookAlikes(of: "bo@x.example") == [])
  }

  @Test func `names that Unicode writes in two ways are two users that look alike`() {
    let session = session(["design": ["ren\u{E9}@x.example", "rene\u{301}@x.example", "REN\u{C9}@x.example"]])
    #expect(session.state.lookAlikes(of: "ren\u{E9}@x.example").count == 2)
    #expect(session.state.estate.associations(ofUser: "ren\u{E9}@x.example").count == 1)
  }

  @Test func `look-alikes are found from either side, whatever Unicode makes equal to what`() {
    let names = ["a;\u{E9}", "A\u{37E}e\u{301}", "k`", "\u{212A}\u{1FEF}", "K`", "x;", "X\u{37E}"]
    let session = session(["design": names])
    let found = names.map { session.state.lookAlikes(of: $0).count }
    #expect(found == [1, 1, 2, 2, 2, 1, 1])
  }

  @Test func `a user's rows are found, exactly as the name is written`() {
    let session = session(["design": ["bo", "ada"], "maths": ["Ada", "ada"]])
    #expect(session.state.estate.associations(ofUser: "ada").map(\.stackName) == ["design", "maths"])
    #expect(session.state.estate.associations(ofUser: "Ada").map(\.stackName) == ["maths"])
    #expect(session.state.estate.associations(ofUser: "eve") == [])
  }
}
