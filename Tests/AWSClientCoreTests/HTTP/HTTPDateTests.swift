import FoundationEssentials
import Testing

@testable import AWSClientCore

@Suite struct HTTPDateTests {
  @Test(arguments: [
    ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0),
    ("Sun, 22 Nov 2026 14:02:15 GMT", 1_795_356_135),
    ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
  ])
  func `a date of a response is read`(text: String, seconds: Double) {
    #expect(HTTPDate.date(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(arguments: [
    "", "now", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 CET",
    "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Brumaire 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
    "Sun, xx Nov 1994 08:49:37 GMT", "Sun, 31 Feb 2026 08:49:37 GMT GMT",
  ])
  func `anything else is none`(text: String) {
    #expect(HTTPDate.date(text) == nil)
  }
}
