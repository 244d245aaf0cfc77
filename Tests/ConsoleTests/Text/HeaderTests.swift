import FoundationEssentials
import PlainText
import Runs
import Screen
import Testing

@testable import Console

@Suite struct HeaderTests {
  private func header(_ columns: Int = 120, _ change: (inout ConsoleContext) -> Void) -> String {
    Session.reading(SampleAccount(), .sample(change), size: Size(rows: 24, columns: columns)).lines[0]
  }

  private func endingAtTheEdge(_ left: String, _ right: String, columns: Int = 120) -> String {
    left + String(repeating: " ", count: columns - left.count - right.count) + right
  }

  @Test func `it names program, profile, account and Region, and until when the credentials are good`() {
    let left = "appstream-console  prod-admin 111122223333  eu-west-1"
    #expect(header { _ in } == endingAtTheEdge(left, "credentials till 14:49Z"))
  }

  @Test func `a custom endpoint is shown, and the demo instead of it`() {
    let endpoint = header {
      $0.destination.isEndpointCustom = true
      $0.destination.endpoint = "http://127.0.0.1:8080"
    }
    #expect(endpoint.hasPrefix("appstream-console  prod-admin 111122223333  eu-west-1  http://127.0.0.1:8080  "))
    let demo = header {
      $0.destination.isEndpointCustom = true
      $0.destination.isDemo = true
    }
    #expect(demo.hasPrefix("appstream-console  prod-admin 111122223333  eu-west-1  DEMO  "))
  }

  @Test func `a read-only console says so`() {
    #expect(header { $0.rules.readOnly = .option }.contains("  READ-ONLY  "))
  }

  @Test func `where there is little room the account stays, and the program's name goes`() {
    let short = header(60) { $0.rules.readOnly = .option }
    #expect(short.hasPrefix("prod-admin 111122223333  eu-west-1"))
    #expect(short.hasSuffix("till 14:49Z"))
  }

  @Test func `the account stays whole where the credentials have little time left and it is protected`() {
    var context = ConsoleContext.sample()
    context.rules.protectedAccounts = ["111122223333"]
    var session = Session.reading(SampleAccount(), context, size: Size(rows: 24, columns: 80))
    session.send(.credentialsFound(.sample(expire: noon.addingTimeInterval(600), at: noon)))
    let left = "PROTECTED  prod-admin 111122223333  eu-west-1"
    #expect(session.lines[0] == endingAtTheEdge(left, "till 14:12Z, < 15 min  PROTECTED", columns: 80))
  }

  @Test func `credentials that are not a profile's are not taken for one`() {
    #expect(header { $0.destination.profileName = nil }.contains("  credentials: environment 111122223333  eu-west-1"))
  }

  @Test func `before STS answers there is no account, and credentials without an end have none`() {
    var session = Session()
    #expect(session.lines[0] == "appstream-console  prod-admin  eu-west-1")
    session.identify(keller)
    #expect(session.lines[0] == "appstream-console  prod-admin 111122223333  eu-west-1")
  }

  @Test func `a footer shows what fits, the help always among it`() {
    let hints = [
      KeyHint("a", "first"), KeyHint("b", "second"), KeyHint("c", "third"), KeyHint("?", "help", isEssential: true),
    ]
    func footer(_ columns: Int) -> String {
      var frame = Frame(size: Size(rows: 1, columns: columns))
      frame.putFooter(hints)
      return frame.lines[0]
    }
    #expect(footer(80) == "a first  b second  c third  ? help")
    #expect(footer(34) == "a first  b second  c third  ? help")
    #expect(footer(33) == "a first  b second  ? help")
    #expect(footer(15) == "a first  ? help")
    #expect(footer(14) == "? help")
  }
}
