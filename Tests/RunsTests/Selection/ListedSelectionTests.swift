import AppStream
import Runs
import Testing

struct ListedSelectionTests {
  private let associations = [
    Association(stackName: "maths", userName: "ada@x"),
    Association(stackName: "biology", userName: "bo@x"),
    Association(stackName: "biology", userName: "zo\u{EB}@x"),
  ]

  @Test func `what is listed is divided by whether it exists, in the order of a plan`() {
    let missing = Association(stackName: "biology", userName: "ada@x")
    let selection = Selection.listed(
      [associations[0], missing, associations[1], associations[0], missing],
      among: associations
    )
    #expect(selection.present == [associations[1], associations[0]])
    #expect(selection.notAssociated == [missing])
  }

  @Test(arguments: [
    Association(stackName: "biology", userName: "Bo@x"),
    Association(stackName: "Biology", userName: "bo@x"),
    Association(stackName: "biology", userName: "bo@x", authenticationType: .saml),
    Association(stackName: "biology", userName: "zoe\u{308}@x"),
  ])
  func `another case, type or normal form is another association`(listed: Association) {
    let selection = Selection.listed([listed], among: associations)
    #expect(selection.present == [])
    #expect(selection.notAssociated == [listed])
  }

  @Test func `an empty list takes nothing`() {
    #expect(Selection.listed([], among: associations) == ListedSelection(present: [], notAssociated: []))
  }
}
