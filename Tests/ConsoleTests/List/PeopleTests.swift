import AppStream
import Testing

@testable import Console

@Suite struct PeopleTests {
  private func rows(_ names: String...) -> [UserStackAssociation] {
    names.map { UserStackAssociation(stackName: "design", userName: $0) }
  }

  @Test func `users are counted over stacks, as stacks come and change`() {
    var people = People()
    people.replace([], with: rows("ada", "bo"))
    people.replace([], with: rows("ada"))
    #expect(people.stackCount(of: "ada") == 2)
    people.replace(rows("ada", "bo"), with: rows("eve"))
    #expect(people.stackCount(of: "ada") == 1)
    #expect(people.stackCount(of: "bo") == 0)
    #expect(people.stackCount(of: "eve") == 1)
  }

  @Test func `look-alikes are found among the users of stacks and of the pool`() {
    var people = People()
    people.replace([], with: rows("Ada@x.example", "ada@x.example", "bo@x.example"))
    people.setPool(["BO@x.example"])
    people.settle(isDue: true)
    #expect(people.lookAlikes(of: "Ada@x.example") == ["ada@x.example"])
    #expect(people.lookAlikes(of: "bo@x.example") == ["BO@x.example"])
    people.replace(rows("Ada@x.example"), with: [])
    people.settle(isDue: true)
    #expect(people.lookAlikes(of: "ada@x.example") == [])
  }

  @Test func `names that Unicode writes in two ways are two users that look alike`() {
    var people = People()
    people.replace([], with: rows("ren\u{E9}@x.example", "rene\u{301}@x.example"))
    people.settle(isDue: false)
    #expect(people.stackCount(of: "ren\u{E9}@x.example") == 1)
    #expect(people.lookAlikes(of: "ren\u{E9}@x.example").count == 1)
  }

  @Test func `a few new users wait to be looked at until it is due`() {
    var people = People()
    for number in 0..<100 { people.replace([], with: rows("user-\(number)")) }
    people.settle(isDue: true)
    people.replace([], with: rows("USER-1"))
    people.settle(isDue: false)
    #expect(people.lookAlikes(of: "user-1") == [])
    people.settle(isDue: true)
    #expect(people.lookAlikes(of: "user-1") == ["USER-1"])
  }
}
