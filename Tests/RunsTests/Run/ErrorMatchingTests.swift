import AppStream
import TestSupport
import Testing

@testable import Runs

/// Which entry an error in an answer speaks of.
struct ErrorMatchingTests {
  private var plan: Plan {
    Sample.plan(of: [
      Association(stackName: "biology", userName: "ada@x.example"),
      Association(stackName: "biology", userName: "ada@x.example", authenticationType: .saml),
      Association(stackName: "biology", userName: "bo@x.example"),
      Association(stackName: "chemistry", userName: "bo@x.example"),
    ])
  }

  @Test func `errors are matched by stack, user and type, never by position`() throws {
    var player = RunPlayer(plan)
    let order = try player.send()
    player.answered(order, [player.error(3, "STACK_NOT_FOUND"), player.error(0, "USER_NAME_NOT_FOUND")])
    try player.readBack(allPresent: true)
    try player.readBack(allPresent: true)
    #expect(player.words == ["failed", "sent", "sent", "failed"])
    #expect(
      player.machine.entries.map { $0.error?.code } == ["USER_NAME_NOT_FOUND", nil, nil, "STACK_NOT_FOUND"]
    )
    #expect(player.machine.strayErrors.isEmpty)
  }

  struct Missing: Sendable {
    var members: @Sendable (inout PartialAssociation) -> Void
    var of: Int
    var taken: Int?

    init(of index: Int, taken: Int?, _ members: @escaping @Sendable (inout PartialAssociation) -> Void) {
      (of, self.taken, self.members) = (index, taken, members)
    }
  }

  @Test(arguments: [
    Missing(of: 1, taken: 1) { $0.stackName = nil },
    Missing(of: 3, taken: 3) { $0.userName = nil },
    Missing(of: 2, taken: 2) { $0.authenticationType = nil },
    Missing(of: 0, taken: nil) { $0.authenticationType = nil },
    Missing(of: 2, taken: nil) { $0.stackName = nil },
    Missing(of: 2, taken: nil) { $0.userName = nil },
    Missing(of: 2, taken: nil) { ($0.stackName, $0.userName, $0.authenticationType) = (nil, nil, nil) },
  ])
  func `an error that leaves members out counts only where it fits one entry`(missing: Missing) throws {
    var player = RunPlayer(plan)
    let order = try player.send()
    var error = player.error(missing.of, "INTERNAL_ERROR")
    var association = PartialAssociation(player.machine.plan.entries[missing.of])
    missing.members(&association)
    error.userStackAssociation = association
    player.answered(order, [error])
    let taken = player.machine.entries.indices.filter { player.machine.entries[$0].error != nil }
    #expect(taken == (missing.taken.map { [$0] } ?? []))
    #expect(player.machine.strayErrors == (missing.taken == nil ? [error] : []))
  }

  @Test func `an error that names nothing is the only entry's`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    let nameless = UserStackAssociationError(userStackAssociation: nil, errorCode: "INTERNAL_ERROR", errorMessage: nil)
    try player.answered(player.send(), [nameless])
    #expect(player.machine.entries[0].error == EntryError(code: "INTERNAL_ERROR", message: ""))
    #expect(player.machine.strayErrors.isEmpty)
  }

  @Test func `errors for entries of other calls and of nobody are kept, and blame nobody`() throws {
    var player = RunPlayer(Sample.plan(["biology": 26]))
    let first = try player.send()
    let nobody = UserStackAssociationError(
      userStackAssociation: PartialAssociation(Association(stackName: "art", userName: "eve@x.example")),
      errorCode: "STACK_NOT_FOUND",
      errorMessage: "No such stack."
    )
    let nameless = UserStackAssociationError(userStackAssociation: nil, errorCode: "INTERNAL_ERROR", errorMessage: nil)
    let otherCall = player.error(25, "USER_NAME_NOT_FOUND")
    player.answered(first, [nobody, nameless, otherCall])
    #expect(player.machine.strayErrors == [nobody, nameless, otherCall])
    #expect(player.machine.entries.allSatisfy { $0.error == nil })
  }

  @Test(arguments: [
    ("BRAND_NEW_CODE", "Something new.", EntryError(code: "BRAND_NEW_CODE", message: "Something new.")),
    ("", "", EntryError(code: "", message: "")),
    (nil, nil, EntryError(code: "NO_CODE", message: "")),
  ])
  func `codes nobody has heard of are kept, and missing ones have a word`(
    code: String?,
    message: String?,
    error: EntryError
  ) throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    try player.answered(player.send(), [player.error(0, code, message: message)])
    try player.readBack(allPresent: true)
    #expect(player.machine.entries[0].error == error)
    #expect(player.words == ["failed"])
  }

  @Test func `an error that is said twice fails its entry once`() throws {
    var player = RunPlayer(Sample.plan(["biology": 2]))
    let order = try player.send()
    player.answered(order, [player.error(1, "INTERNAL_ERROR"), player.error(1, "INTERNAL_ERROR")])
    try player.saw(player.read(), present: [1])
    #expect(player.words == ["removed", "failed"])
    #expect(player.machine.counts.text == "1 removed, 1 failed")
  }

  @Test func `an answer to a call that is not on its way is ignored`() throws {
    var player = RunPlayer(Sample.plan(["biology": 1]))
    let order = try player.send()
    player.answered(order)
    let answered = player.machine
    player.lost(order)
    player.throttled(order)
    player.refused(order, "AccessDeniedException", .accessDenied)
    #expect(player.machine == answered)
  }
}
