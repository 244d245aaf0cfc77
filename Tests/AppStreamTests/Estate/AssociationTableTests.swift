import Testing

@testable import AppStream

@Suite struct AssociationTableTests {
  private let ada = Association(stackName: "design", userName: "ada@x.example")

  @Test func `an association keeps its number, and differs in stack, user and type`() {
    var table = AssociationTable()
    var others = [ada, ada, ada, ada]
    others[1].stackName = "maths"
    others[2].userName = "Ada@x.example"
    others[3].authenticationType = .saml
    let ids = others.map { table.insert($0) }
    #expect(ids.map(\.number) == [0, 1, 2, 3])
    #expect(others.map { table.insert($0) } == ids)
    #expect(others.map { table.id(of: $0) } == ids)
    #expect(ids.map { table[$0] } == others)
    #expect(table.hasSeveralTypes)
    #expect(table.id(of: Association(stackName: "art", userName: ada.userName)) == nil)
    #expect(table.id(of: Association(stackName: "maths", userName: "Ada@x.example")) == nil)
  }

  @Test func `what the service says of mail is kept of the last time, and makes no other association`() {
    var table = AssociationTable()
    let id = table.insert(listed: UserStackAssociation(ada, sendEmailNotification: true))
    #expect(table.listed(id).sendEmailNotification == true)
    #expect(table.insert(listed: UserStackAssociation(ada)) == id)
    #expect(table.listed(id).sendEmailNotification == nil)
    // What a run says of it says nothing about mail.
    _ = table.insert(listed: UserStackAssociation(ada, sendEmailNotification: false))
    #expect(table.insert(ada) == id)
    #expect(table.listed(id).sendEmailNotification == false)
    #expect(!table.hasSeveralTypes)
  }

  @Test func `the associations of a user and of a stack are found by numbers`() {
    var table = AssociationTable()
    for stack in 0..<50 {
      for user in 0..<20 { _ = table.insert(Association(stackName: "stack-\(stack)", userName: "user-\(user)")) }
    }
    #expect(table.count == 1000)
    let user = table.userNames.number(of: "user-7") ?? 0
    #expect(
      table.associations(ofUser: user).map { table.stackName(of: $0) } == (0..<50).reversed().map { "stack-\($0)" }
    )
    let stack = table.stackNames.number(of: "stack-7") ?? 0
    #expect(table.associations(onStack: stack).map { table.userName(of: $0) } == (0..<20).map { "user-\($0)" })
    #expect(table.associations(ofUser: 999).isEmpty && table.associations(onStack: 999).isEmpty)
  }

  @Test func `associations of more stacks and users than an index has small tables for are all found`() {
    var table = AssociationTable()
    let stacks = (0..<300).map { "stack-\($0)" }
    let users = (0..<70_000).map { "user-\($0)" }
    let listed =
      users.map { Association(stackName: stacks[0], userName: $0) }
      + stacks.dropFirst().flatMap { stack in users.suffix(20).map { Association(stackName: stack, userName: $0) } }
    let ids = listed.map { table.insert($0) }
    #expect(ids.map(\.index) == Array(listed.indices))
    #expect(listed.map { table.id(of: $0) } == ids)
    #expect(table.id(of: Association(stackName: stacks[1], userName: users[0])) == nil)
  }
}
