import AppStream
import AppStreamEmulator
import FoundationEssentials
import PlainText
import Testing

@Suite struct DirectoryUserAndStackTests {
  private func user(_ name: String) -> EmulatedUser { EmulatedUser(userName: name, createdTime: .noon, id: "id") }

  @Test func `a user can be made once`() throws {
    var directory = Seed.small.directory
    try directory.createUser(user("dee@x.example"))
    #expect(throws: EmulatedRefusal(code: "ResourceAlreadyExistsException", message: "The user already exists.")) {
      try directory.createUser(user("dee@x.example"))
    }
    #expect(directory.userCount == 4)
  }

  @Test func `a mail is sent again only to a user who is there`() throws {
    var directory = Seed.small.directory
    try directory.createUser(user("ana@x.example"), isResend: true)
    #expect(throws: EmulatedRefusal.self) { try directory.createUser(user("dee@x.example"), isResend: true) }
    #expect(directory.userCount == 3)
  }

  @Test func `quotas are quotas`() throws {
    var directory = Seed.small.directory
    directory.rules.userQuota = 3
    directory.rules.stackQuota = 3
    try directory.createStack(EmulatedStack(name: "third", createdTime: .noon))
    let full = #expect(throws: EmulatedRefusal.self) {
      try directory.createStack(EmulatedStack(name: "fourth", createdTime: .noon))
    }
    #expect(full?.code == "LimitExceededException")
    #expect(throws: EmulatedRefusal.self) { try directory.createUser(user("dee@x.example")) }
  }

  @Test(arguments: [(false, ["bo@x.example"]), (true, ["ana@x.example", "bo@x.example"])])
  func `a deleted user's associations go or stay as the rule says`(keeps: Bool, left: [String]) throws {
    var directory = Seed.small.directory
    directory.rules.deletedUserKeepsAssociations = keeps
    try directory.deleteUser("ana@x.example", .userpool, at: .noon)
    #expect(try directory.associationPage(.stack("design"), from: 0, at: .noon).elements.map(\.userName) == left)
    #expect(throws: EmulatedRefusal.self) { try directory.deleteUser("ana@x.example", .userpool, at: .noon) }
  }

  @Test func `an association that a deleted user left behind can be removed`() throws {
    var directory = Seed.small.directory
    directory.rules.deletedUserKeepsAssociations = true
    try directory.deleteUser("ana@x.example", .userpool, at: .noon)
    let outcome = try directory.apply(.disassociate, to: [UserStackAssociation("ana/lab")], at: .noon)
    #expect(outcome == BatchOutcome(errors: [], changed: [Association("ana/lab")]))
  }

  @Test func `disabling keeps the associations`() throws {
    var directory = Seed.small.directory
    try directory.setUser("ana@x.example", .userpool, isEnabled: false)
    #expect(try !directory.user("ana@x.example", .userpool).isEnabled)
    #expect(directory.allAssociations.count == 3)
    try directory.setUser("ana@x.example", .userpool, isEnabled: true)
    #expect(try directory.user("ana@x.example", .userpool).isEnabled)
  }

  @Test func `a stack takes its associations with it`() throws {
    var directory = Seed.small.directory
    try directory.deleteStack("design")
    #expect(directory.allAssociations.map(\.identity) == [Association("ana/lab")])
    #expect(directory.allStacks.map(\.name) == ["lab"])
    #expect(throws: EmulatedRefusal.self) { try directory.associationPage(.stack("design"), from: 0, at: .noon) }
  }

  @Test func `a stack that is made anew begins without users`() throws {
    var directory = Seed.small.directory
    try directory.deleteStack("design")
    try directory.createStack(EmulatedStack(name: "design", createdTime: .noon))
    #expect(try directory.associationPage(.stack("design"), from: 0, at: .noon).elements.isEmpty)
  }

  @Test func `an update replaces, adds and drops members`() throws {
    var directory = Seed.small.directory
    let stack = try directory.updateStack("design", ["Description": .string("new")], removing: ["DisplayName"])
    #expect(stack.attributes == ["Description": .string("new")])
    #expect(try directory.stack("design") == stack)
  }

  @Test(arguments: [
    (EmulatorRules.UnknownUser.emptyList, true), (.resourceNotFound, false),
  ])
  func `nobody's associations are none or an error as the rule says`(
    rule: EmulatorRules.UnknownUser,
    isList: Bool
  ) throws {
    var directory = Seed.small.directory
    directory.rules.unknownUser = rule
    for filter in [AssociationFilter.user("nobody@x.example", .userpool), .association(Association("nobody/lab"))] {
      if isList {
        #expect(try directory.associationPage(filter, from: 0, at: .noon).elements.isEmpty)
      } else {
        #expect(throws: EmulatedRefusal(code: "ResourceNotFoundException", message: "The user does not exist.")) {
          try directory.associationPage(filter, from: 0, at: .noon)
        }
      }
    }
  }

  @Test(arguments: [(nil, 4), (2, 2), (4, 4), (100, 5)])
  func `a page of associations is as long as asked, within the rules`(asked: Int?, size: Int) throws {
    var directory = try Seed(parsing: "1x20x20").directory
    directory.rules.associationsPerPage = 4
    directory.rules.associationsPerPageLimit = 5
    #expect(
      try directory.associationPage(.stack("stack-0001"), from: 0, limit: asked, at: .noon).elements.count == size
    )
  }

  @Test func `somebody else may change the directory, too`() async throws {
    let bench = TestBench(seed: .small)
    try bench.service.withDirectory { directory throws(EmulatedRefusal) in try directory.deleteStack("lab") }
    #expect(try await bench.client.describeStacks.pages(nil).all().map(\.name) == ["design"])
    #expect(bench.service.changeCount == 0)
  }
}
