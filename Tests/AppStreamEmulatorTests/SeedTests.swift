import AWSClientCore
import AppStream
import AppStreamEmulator
import PlainText
import Testing

@Suite struct SeedTests {
  @Test(arguments: [
    ("0x0x0", 0, 0, 0), ("1x1x1", 1, 1, 1), ("5x7x30", 5, 7, 30), ("3x3x9", 3, 3, 9), ("50x1000x5000", 50, 1000, 5000),
  ])
  func `a load has as many of each as its name says`(name: String, stacks: Int, users: Int, associations: Int) throws {
    let directory = try Seed(parsing: name).directory
    #expect(directory.stackCount == stacks)
    #expect(directory.userCount == users)
    #expect(Set(directory.allAssociations.map(\.identity)).count == associations)
  }

  @Test func `a load is spread evenly`() throws {
    let associations = try Seed(parsing: "10x100x500").directory.allAssociations
    #expect(Set(Dictionary(grouping: associations, by: \.stackName).values.map(\.count)) == [50])
    #expect(Set(Dictionary(grouping: associations, by: \.userName).values.map(\.count)) == [5])
  }

  @Test(arguments: ["", "Demo", "5x5", "5x5x5x5", "-1x5x0", "ax5x0", "5x5x-1"])
  func `other texts are no seeds`(text: String) {
    let error = #expect(throws: SeedError.self) { try Seed(parsing: text) }
    #expect(
      error?.description
        == "\"\(text)\" is not a seed. Give demo, or numbers of stacks, users and associations such as 50x10000x50000."
    )
  }

  @Test func `there cannot be more associations than pairs`() {
    let error = #expect(throws: SeedError.self) { try Seed(parsing: "3x3x10") }
    #expect(
      error?.description == "10 associations are more than 3 stacks and 3 users have pairs. Give 9 or fewer."
    )
  }
}

@Suite struct DemoSeedTests {
  private let directory = Seed.demo.directory

  @Test func `the demo has 12 stacks, 250 users and 900 associations`() async throws {
    let client = TestBench(seed: .demo).client
    let stacks = try await client.describeStacks.pages(nil).all()
    #expect(stacks.count == 12)
    #expect(try await client.describeUsers.pages(.userpool).all().count == 250)
    var count = 0
    for stack in stacks {
      count += try await client.describeUserStackAssociations.pages(.stack(stack.name)).all().count
    }
    #expect(count == 900)
  }

  @Test func `every association is of a stack and a user that are there`() throws {
    for association in directory.allAssociations {
      _ = try directory.stack(association.stackName)
      _ = try directory.user(association.userName, association.authenticationType)
    }
    let counts = Dictionary(grouping: directory.allAssociations, by: \.stackName).mapValues(\.count)
    #expect(counts.count == 12)
    #expect(counts.values.allSatisfy { $0 >= 20 })
  }

  @Test func `there is every status, and people who are disabled or nameless`() {
    let users = directory.allUsers
    #expect(Set(users.map(\.status)) == ["CONFIRMED", "UNCONFIRMED", "FORCE_CHANGE_PASSWORD", "ARCHIVED"])
    #expect(users.contains { !$0.isEnabled })
    #expect(users.contains { $0.firstName == nil })
    #expect(Set(users.map(\.id)).count == users.count)
  }

  @Test(arguments: [
    ("Ada.Byron@contr.example", "ada.byron@contr.example"), ("Lee.Chan@campus.example", "lee.chan@campus.example"),
  ])
  func `there are twins that differ only in case`(one: String, other: String) throws {
    #expect(try directory.user(one, .userpool) != directory.user(other, .userpool))
  }

  @Test func `there are names with a slash and a bar, wide ones, long ones and hostile ones`() {
    let names = directory.allUsers.map(\.userName)
    #expect(names.contains { $0.contains("/") && $0.contains("|") })
    #expect(names.contains { $0.hasPrefix("山田") })
    #expect(names.contains { $0.unicodeScalars.contains("\u{308}") })
    #expect(names.contains { $0.count > 110 && $0.utf16.count <= 128 })
    let texts =
      directory.allUsers.flatMap { [$0.firstName, $0.lastName] }.compactMap { $0 }
      + directory.allStacks.flatMap { $0.attributes.values.compactMap(\.text) }
    #expect(texts.contains { $0.contains("\u{1b}") })
    #expect(texts.contains { $0.contains("\u{202e}") })
  }

  @Test(arguments: [
    ("bo.diaz", ["USER_NAME_NOT_FOUND", "USER_NAME_NOT_FOUND", "USER_NAME_NOT_FOUND"]),
    ("cleo.marsh", ["USER_NAME_NOT_FOUND", "USER_NAME_NOT_FOUND", "USER_NAME_NOT_FOUND"]),
    ("gus.petit", ["DIRECTORY_NOT_FOUND", "DIRECTORY_NOT_FOUND", "DIRECTORY_NOT_FOUND"]),
    ("hana.sato", ["STACK_NOT_FOUND", "STACK_NOT_FOUND", "STACK_NOT_FOUND"]),
    ("dana.weiss", ["INTERNAL_ERROR", "INTERNAL_ERROR", nil]),
    ("ravi.iyer", ["INTERNAL_ERROR", "INTERNAL_ERROR", nil]),
    ("uma.vale", ["INTERNAL_ERROR", nil, nil]), ("abe.olsen", [nil, nil, nil]),
  ])
  func `the users who make trouble are those that the documentation names`(name: String, codes: [String?]) async throws
  {
    let bench = TestBench(seed: .demo)
    let user = "\(name)@contr.example"
    let pair = try #require(directory.allAssociations.first { $0.userName == user })
    let batch = try #require(AssociationBatch([pair]))
    var told: [String?] = []
    for _ in codes { told.append(try await bench.client.batchDisassociateUserStack(batch).value.first?.errorCode) }
    #expect(told == codes)
    #expect(bench.service.directory.contains(pair.identity) == (codes.last != .some(nil)))
  }

  @Test func `trouble is for removal only`() async throws {
    let bench = TestBench(seed: .demo)
    let pair = UserStackAssociation(stackName: "visitors", userName: "gus.petit@contr.example")
    let batch = try #require(AssociationBatch([pair]))
    #expect(try await bench.client.batchAssociateUserStack(batch).value.isEmpty)
  }
}
