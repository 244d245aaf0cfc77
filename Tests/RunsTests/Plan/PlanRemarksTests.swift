import AppStream
import PlainText
import Runs
import Testing

struct PlanRemarksTests {
  private static let ada = "ada@x.example"
  private static let bo = "bo@x.example"

  private let associations = [
    Association(stackName: "biology", userName: ada), Association(stackName: "maths", userName: ada),
    Association(stackName: "biology", userName: bo), Association(stackName: "maths", userName: "ADA@x.example"),
  ]

  private func remarks(_ entries: [Association], isComplete: Bool = true, pool: [String]? = nil) -> PlanRemarks {
    PlanRemarks(
      removing: entries,
      from: associations,
      isComplete: isComplete,
      othersLike: LookAlikes(associations.map(\.userName) + (pool ?? [])).others(like:)
    )
  }

  @Test func `who loses the last stack is left with none, and who has another is not`() {
    let remarks = remarks(associations.filter { $0.stackName == "biology" })
    #expect(remarks.usersLeftAlone == [Self.bo])
    #expect(remarks.lines.first == "1 user is left with no stack.")
  }

  @Test func `what was not read leaves nothing to say of who is left alone`() {
    let remarks = remarks([associations[2]], isComplete: false)
    #expect(remarks.usersLeftAlone == nil)
    #expect(remarks.lines.isEmpty)
  }

  @Test func `of whom nothing would be sent, nobody is left alone by it`() {
    let remarks = PlanRemarks(
      removing: associations,
      sending: [associations[2]],
      from: associations,
      isComplete: false,
      othersLike: LookAlikes([]).others(like:)
    )
    #expect(remarks.usersWithNothingElse == [ExactText(Self.bo)])
  }

  @Test func `an entry that is not there any more stands for no other stack of its user`() {
    let gone = Association(stackName: "physics", userName: Self.ada)
    #expect(remarks([associations[0], gone]).usersLeftAlone == [])
  }

  @Test func `look-alikes by the way of writing alone are told from those by case`() {
    let (composed, decomposed) = ("zo\u{EB}@x.example", "zoe\u{308}@x.example")
    func isCaseOnly(_ other: String) -> Bool {
      PlanRemarks(
        removing: [Association(stackName: "biology", userName: composed)],
        from: [],
        isComplete: true,
        othersLike: LookAlikes([composed, other]).others(like:)
      ).isCaseOnly
    }
    #expect(isCaseOnly("ZO\u{CB}@x.example"))
    #expect(!isCaseOnly(decomposed))
  }

  @Test func `look-alikes who stay are named, from the stacks and from the pool`() {
    let remarks = remarks([associations[0], associations[2]], pool: ["Bo@x.example", Self.bo])
    #expect(remarks.lookAlikes == ["ADA@x.example", "Bo@x.example"])
    #expect(remarks.lines.contains("Bo@x.example looks like one of these people and stays."))
  }

  @Test func `a look-alike who goes too stays unmentioned`() {
    #expect(remarks(associations).lookAlikes.isEmpty)
  }
}
