import AppStream
import Runs
import Testing

/// Who may be meant by an address that nobody has.
struct NearNamesTests {
  @Test(arguments: [
    ("Аbe.olsen@contr.example", "abe.olsen@contr.example", Likeness.confusable),
    ("zoe@x.example", "zoë@x.example", .confusable),
    ("b0@x.example", "bo@x.example", .confusable),
    ("anna@googlemail.com", "anna@gmail.com", .otherDomain),
    ("cy@xn--kln-sna.example", "cy@köln.example", .punycode),
    ("abe.olson@contr.example", "abe.olsen@contr.example", .oneEdit),
    ("abe.olsne@contr.example", "abe.olsen@contr.example", .oneEdit),
    ("abe.olsen@contr.exmple", "abe.olsen@contr.example", .oneEdit),
    ("abeolsen@contr.example", "abe.olsen@contr.example", .oneEdit),
  ])
  func `the nearest user is named`(address: String, user: String, likeness: Likeness) {
    let pool = ["abe.olsen@contr.example", "zoë@x.example", "bo@x.example", "anna@gmail.com", "cy@köln.example"]
    let request = SelectionRequest(addresses: [address])
    let unmatched = Selection.select(request, among: [], knownUsers: pool).unmatched
    #expect(unmatched == [Unmatched(userName: address, reason: .notFound, candidates: [user], likeness: likeness)])
  }

  @Test(arguments: ["dana@x.example", "abe.olsen@other.example", "olsen@contr.example", "a@xn--99999999.example"])
  func `a stranger has no neighbour`(address: String) {
    let request = SelectionRequest(addresses: [address])
    let unmatched = Selection.select(request, among: [], knownUsers: ["abe.olsen@contr.example", "bo@x.example"])
      .unmatched
    #expect(unmatched.map(\.candidates) == [[]])
  }

  @Test func `listed users who are nobody, or somebody in another case, are not planned`() {
    let source = { (line: Int) in Unmatched.Source(file: "pairs", line: line) }
    let names = ["abe@x.example", "ABE@x.example", "nobody@x.example", "bo@x.example"]
    let listed = zip(1..., names).map { line, name in
      SourcedAssociation(association: Association(stackName: "biology", userName: name), source: source(line))
    }
    let selection = Selection.select(
      listed,
      among: [],
      knownUsers: ["abe@x.example", "bo@x.example"],
      ignoresCase: false
    )
    #expect(selection.associations.map(\.userName) == ["abe@x.example", "bo@x.example"])
    #expect(
      selection.unmatched == [
        Unmatched(
          userName: "ABE@x.example",
          reason: .caseDiffers,
          candidates: ["abe@x.example"],
          source: source(2)
        ),
        Unmatched(userName: "nobody@x.example", reason: .notFound, source: source(3)),
      ]
    )
  }
}
