import AppStream
import AppStreamEmulator
import FoundationEssentials
import Testing

@Suite struct DirectoryBatchTests {
  private func codes(_ outcome: BatchOutcome) -> [String?] { outcome.errors.map(\.errorCode) }

  @Test func `a pair is removed, and only that one`() throws {
    var directory = Seed.small.directory
    let outcome = try directory.apply(.disassociate, to: [UserStackAssociation("ana/design")], at: .noon)
    #expect(outcome == BatchOutcome(errors: [], changed: [Association("ana/design")]))
    #expect(directory.allAssociations.map(\.identity) == [Association("bo/design"), Association("ana/lab")])
  }

  @Test func `a pair is added`() throws {
    var directory = Seed.small.directory
    let outcome = try directory.apply(.associate, to: [UserStackAssociation("cy/lab")], at: .noon)
    #expect(outcome == BatchOutcome(errors: [], changed: [Association("cy/lab")]))
    #expect(directory.contains(Association("cy/lab")))
  }

  @Test func `adding what is there changes nothing and is no error`() throws {
    var directory = Seed.small.directory
    let outcome = try directory.apply(.associate, to: [UserStackAssociation("bo/design")], at: .noon)
    #expect(outcome == BatchOutcome())
  }

  @Test func `the flag for mails is kept as it was last said`() throws {
    var directory = Seed.small.directory
    var item = UserStackAssociation("bo/design")
    item.sendEmailNotification = true
    _ = try directory.apply(.associate, to: [item], at: .noon)
    let page = try directory.associationPage(.association(Association("bo/design")), from: 0, at: .noon)
    #expect(page.elements.map(\.sendEmailNotification) == [true])
  }

  @Test(arguments: [
    ("ana/nowhere", "STACK_NOT_FOUND"), ("nobody/design", "USER_NAME_NOT_FOUND"), ("nobody/nowhere", "STACK_NOT_FOUND"),
    ("ANA/design", "USER_NAME_NOT_FOUND"), ("ana/Design", "STACK_NOT_FOUND"),
  ])
  func `an item that names nothing gets its code, whichever way it goes`(item: String, code: String) throws {
    for operation in [EmulatedDirectory.BatchOperation.associate, .disassociate] {
      var directory = Seed.small.directory
      let before = directory.allAssociations
      let outcome = try directory.apply(operation, to: [UserStackAssociation(item)], at: .noon)
      #expect(codes(outcome) == [code])
      #expect(outcome.errors[0].userStackAssociation == PartialAssociation(Association(item)))
      #expect(directory.allAssociations == before)
    }
  }

  @Test(arguments: [
    (EmulatorRules.NotAssociated.silent, [String?]()), (.userNameNotFound, ["USER_NAME_NOT_FOUND"]),
  ])
  func `removing what is not there gives what the rule says`(
    rule: EmulatorRules.NotAssociated,
    expected: [String?]
  ) throws {
    var directory = Seed.small.directory
    directory.rules.notAssociated = rule
    let outcome = try directory.apply(.disassociate, to: [UserStackAssociation("cy/lab")], at: .noon)
    #expect(codes(outcome) == expected)
    #expect(outcome.changed.isEmpty)
  }

  @Test func `a bad item leaves the others alone`() throws {
    var directory = Seed.small.directory
    let items = ["nobody/design", "ana/design"].map { UserStackAssociation($0) }
    let outcome = try directory.apply(.disassociate, to: items, at: .noon)
    #expect(codes(outcome) == ["USER_NAME_NOT_FOUND"])
    #expect(outcome.changed == [Association("ana/design")])
  }

  @Test func `a bad item refuses the whole batch where the rule says so`() {
    var directory = Seed.small.directory
    directory.rules.badItem = .refusesBatch
    let items = ["ana/design", "ana/nowhere"].map { UserStackAssociation($0) }
    #expect(throws: EmulatedRefusal(code: "ResourceNotFoundException", message: "Stack not found.")) {
      try directory.apply(.disassociate, to: items, at: .noon)
    }
    #expect(directory.contains(Association("ana/design")))
  }

  @Test(arguments: [(false, true), (true, false)])
  func `a failure that is asked for is told, and applied only if it says so`(applied: Bool, remains: Bool) throws {
    var directory = Seed.small.directory
    let failure = ItemFailure(code: "INTERNAL_ERROR", isApplied: applied)
    let outcome = try directory.apply(
      .disassociate,
      to: [UserStackAssociation("ana/design")],
      at: .noon,
      failures: [0: failure]
    )
    #expect(codes(outcome) == ["INTERNAL_ERROR"])
    #expect(outcome.errors.map(\.errorMessage) == ["An internal error occurred. Try again later."])
    #expect(directory.contains(Association("ana/design")) == remains)
  }

  @Test(arguments: ["ana/nowhere", "nobody/design"])
  func `a failure that is asked for puts nobody where the directory has no room for them`(pair: String) throws {
    var directory = Seed.small.directory
    let failure = ItemFailure(code: "INTERNAL_ERROR", isApplied: true)
    let outcome = try directory.apply(
      .associate,
      to: [UserStackAssociation(pair)],
      at: .noon,
      failures: [0: failure]
    )
    #expect(codes(outcome) == ["INTERNAL_ERROR"])
    #expect(outcome.changed.isEmpty && !directory.contains(Association(pair)))
  }

  @Test func `only user pool users can be put on stacks`() {
    var directory = Seed.small.directory
    let item = UserStackAssociation(stackName: "lab", userName: "ana@x.example", authenticationType: .saml)
    #expect(throws: EmulatedRefusal.self) { try directory.apply(.associate, to: [item], at: .noon) }
  }

  @Test func `the two spellings of an accented name are two users`() throws {
    var directory = Seed.small.directory
    for (name, id) in [("jos\u{e9}@x.example", "1"), ("jose\u{301}@x.example", "2")] {
      try directory.createUser(EmulatedUser(userName: name, createdTime: .noon, id: id))
    }
    #expect(directory.userCount == 5)
    #expect(try directory.user("jose\u{301}@x.example", .userpool).id == "2")
  }
}
