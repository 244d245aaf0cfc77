import FoundationEssentials
import Testing

@testable import AppStreamEmulator

@Suite struct PageTokenTests {
  @Test func `a token leads back to its place, in its own list only`() {
    let token = PageToken(list: "DescribeStacks\n", position: 42, followsEmptyPage: true)
    #expect(PageToken(token.text, of: "DescribeStacks\n") == token)
    #expect(PageToken(token.text, of: "DescribeUsers\n") == nil)
    for text in ["", "?", "Zm9v", Data("-1\n1\nDescribeStacks\n".utf8).base64EncodedString()] {
      #expect(PageToken(text, of: "DescribeStacks\n") == nil)
    }
  }
}
