import FoundationEssentials
import Testing

@testable import AppStreamEmulator

@Suite struct HTTPDateTests {
  @Test(arguments: [
    (0.0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1_795_356_131.9, "Sun, 22 Nov 2026 14:02:11 GMT"),
    (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"), (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
  ])
  func `a date header is what RFC 9110 wants`(seconds: Double, text: String) {
    #expect(HTTPDate.text(Date(timeIntervalSince1970: seconds)) == text)
  }
}
