import FoundationEssentials
import Testing

@testable import AppStream

@Suite struct UserTableTests {
  private func estate(_ users: User...) -> Estate {
    var estate = Estate()
    estate.apply(.userListStarted)
    estate.apply(.users(users))
    return estate
  }

  @Test(arguments: [
    "arn:aws:appstream:eu-west-1:111122223333:user/userpool/0b9f36a4-94b0-4ea9-8f0e-5c1f0a2b3c4d",
    "arn:aws:appstream:eu-west-1:111122223333:user/userpool/0B9F36A4-94B0-4EA9-8F0E-5C1F0A2B3C4D",
    "arn:aws:appstream:eu-west-1:111122223333:user/userpool/ada", "ada", "/", "", "a/b/",
  ])
  func `a user is given back as it came, its ARN byte for byte`(arn: String) {
    let ada = User(
      arn: arn,
      userName: "ada@x.example",
      enabled: false,
      status: "CONFIRMED",
      firstName: "Ada",
      lastName: "",
      createdTime: Date(timeIntervalSince1970: 1_562_097_626.788),
      authenticationType: .saml
    )
    #expect(estate(ada).user(named: "ada@x.example") == ada)
    #expect(estate(ada).user(named: "Ada@x.example") == nil)
  }

  @Test func `what is not said of a user stays unsaid`() {
    let ada = User(userName: "ada", enabled: nil)
    #expect(estate(ada).user(named: "ada") == ada)
  }

  @Test func `of a user who comes twice the last is kept, and a list that is read again begins anew`() {
    var estate = estate(User(userName: "ada", status: "ARCHIVED"), User(userName: "bo"), User(userName: nil))
    estate.apply(.users([User(userName: "ada", status: "CONFIRMED")]))
    #expect(estate.users.map(\.userName) == ["ada", "bo"])
    #expect(estate.user(named: "ada")?.status == "CONFIRMED")
    estate.apply(.userListStarted)
    estate.apply(.users([User(userName: "eve")]))
    #expect(estate.users.map(\.userName) == ["eve"])
    #expect(estate.user(named: "ada") == nil)
  }
}
