import SeededNumbers
import Testing

@testable import AppStream

@Suite struct SortedAssociationsTests {
  @Test func `rows are in the order of their identities, and only those of the users asked for`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed)
    let names = ["ada", "Ada", "ren\u{E9}", "rene\u{301}", "bo", ""]
    let types: [AuthenticationType] = [.userpool, .saml, .api]
    var estate = Estate()
    let stacks = ["physics", "biology", "art"]
    estate.apply(.stacks(stacks.map { Stack(name: $0) }))
    for stack in stacks {
      let page = names.flatMap { name in
        types.map { UserStackAssociation(stackName: stack, userName: name, authenticationType: $0) }
      }
      estate.apply(.associations(stack: stack, page.shuffled(using: &random)))
    }
    let sorted = estate.associations.sorted { $0.identity < $1.identity }
    #expect(Array(estate.sortedAssociations()) == sorted, "seed \(seed)")
    let some = estate.sortedAssociations { Array($0.utf8) == Array("ren\u{E9}".utf8) }
    #expect(some.map(\.userName.unicodeScalars.count) == Array(repeating: 4, count: stacks.count * types.count))
  }
}
