import AppStream
import FoundationEssentials
import Testing

@Suite struct AssociationTests {
  private let ana = Association(stackName: "design", userName: "Ana@example.com")

  @Test func `case and type are part of an identity, mail is not`() {
    #expect(ana != Association(stackName: "design", userName: "ana@example.com"))
    #expect(ana != Association(stackName: "design", userName: "Ana@example.com", authenticationType: .saml))
    #expect(UserStackAssociation(ana, sendEmailNotification: true).identity == ana)
    #expect(UserStackAssociation(ana, sendEmailNotification: true) != UserStackAssociation(ana))
  }

  @Test func `letters that look the same are not the same user`() throws {
    let composed = Association(stackName: "design", userName: "zo\u{EB}@example.com")
    let decomposed = Association(stackName: "design", userName: "zoe\u{308}@example.com")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect((composed < decomposed) != (decomposed < composed))
    #expect(!PartialAssociation(composed).matches(decomposed))
  }

  @Test func `the order of a plan is by stack, then user, then type`() {
    let sorted = [
      Association(stackName: "a", userName: "z"),
      Association(stackName: "b", userName: "a", authenticationType: .saml),
      Association(stackName: "b", userName: "a", authenticationType: .userpool),
      Association(stackName: "b", userName: "b", authenticationType: .api),
    ]
    #expect(sorted.shuffled().sorted() == sorted)
  }

  @Test func `an association is written in the service's names, without what is not said`() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let text = String(decoding: try encoder.encode(UserStackAssociation(ana)), as: UTF8.self)
    #expect(text == "{\"AuthenticationType\":\"USERPOOL\",\"StackName\":\"design\",\"UserName\":\"Ana@example.com\"}")
    let both = try encoder.encode(UserStackAssociation(ana, sendEmailNotification: true))
    #expect(try JSONDecoder().decode(UserStackAssociation.self, from: both).sendEmailNotification == true)
  }

  @Test(arguments: [
    ("{\"StackName\":\"design\",\"UserName\":\"Ana@example.com\",\"AuthenticationType\":\"USERPOOL\"}", true),
    ("{\"UserName\":\"Ana@example.com\"}", true),
    ("{}", true),
    ("{\"UserName\":\"ana@example.com\"}", false),
    ("{\"StackName\":\"maths\",\"UserName\":\"Ana@example.com\"}", false),
    ("{\"AuthenticationType\":\"SAML\"}", false),
  ])
  func `an error's association is matched by what it has`(text: String, matches: Bool) throws {
    let partial = try JSONDecoder().decode(PartialAssociation.self, from: Data(text.utf8))
    #expect(partial.matches(ana) == matches)
  }

  @Test(arguments: [(0, false), (1, true), (25, true), (26, false)])
  func `a batch is never empty or larger than the service takes`(count: Int, isPossible: Bool) {
    let items = (0..<count).map { UserStackAssociation(stackName: "design", userName: "user\($0)") }
    #expect(AssociationBatch(items)?.associations == (isPossible ? items : nil))
    #expect(AssociationBatch.limit == 25)
  }
}
