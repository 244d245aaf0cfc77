import Testing

@testable import AWSClientCore

@Suite struct TagReaderTests {
  private func text(_ document: String) -> String? {
    TagReader(Array(document.utf8)).text(of: "Arn")
  }

  @Test(arguments: [
    ("<Arn>a</Arn>", "a"),
    ("<R xmlns=\"x\"><Arn>a</Arn><Arn>b</Arn></R>", "a"),
    ("<Arn></Arn>", ""),
    ("<Arn>a &lt;b&gt; &quot;c&quot; &apos;d&apos; &amp;lt;</Arn>", "a <b> \"c\" 'd' &lt;"),
    ("<Arn>日本</Arn>", "日本"),
  ])
  func `the text of the first element of a name is found`(document: String, expected: String) {
    #expect(text(document) == expected)
  }

  @Test(arguments: ["", "Arn", "<Arn>a", "<Arn>a</Ar", "<arn>a</arn>", "<ArnX>a</ArnX>", "<Arn><B>a</B></Arn>"])
  func `an element that is not whole is not there`(document: String) {
    #expect(text(document) == nil)
  }
}
