import AppStream
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
    PlanRemarks(removing: entries, from: associations, isComplete: isComplete, pool: pool)
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

  @Test func `look-alikes who stay are named, from the stacks and from the pool`() {
    let remarks = remarks([associations[0], associations[2]], pool: ["Bo@x.example", Self.bo])
    #expect(remarks.lookAlikes == ["ADA@x.example", "Bo@x.example"])
    #expect(remarks.lines.contains("Bo@x.example looks like one of these people and stays."))
  }

  @Test func `a look-alike who goes too stays unmentioned`() {
    #expect(remarks(associations).lookAlikes.isEmpty)
  }
}
