import AWSClientCore
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("", ""),
    ("AZaz09-._~", "AZaz09-._~"),
    ("a b+c", "a%20b%2Bc"),
    ("a/b", "a%2Fb"),
    ("100%", "100%25"),
    ("\n\u{0}", "%0A%00"),
    ("é", "%C3%A9"),
    ("e\u{301}", "e%CC%81"),
    ("日", "%E6%97%A5"),
    ("👩", "%F0%9F%91%A9"),
  ])
  func `everything but unreserved characters is encoded byte by byte`(text: String, encoded: String) {
    #expect(PercentEncoding.encode(text) == encoded)
  }

  @Test func `characters to keep stay as they are`() {
    #expect(PercentEncoding.encode("/a b/ü", keeping: "/") == "/a%20b/%C3%BC")
  }
}
