import FoundationEssentials
import Testing

@testable import AWSClientCore

@Suite struct TimestampTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0),
    ("2026-11-22T14:02:15Z", 1_795_356_135),
    ("2026-11-22T14:02:15UTC", 1_795_356_135),
    ("2026-11-22 14:02:15Z", 1_795_356_135),
    ("2026-11-22 14:02:15.250+00:00", 1_795_356_135.25),
    ("20261122T140215Z", 1_795_356_135),
    ("20261122T090215-0500", 1_795_356_135),
    ("20261122 140215.5Z", 1_795_356_135.5),
    ("2026-11-22T14:02:15+00:00", 1_795_356_135),
    ("2026-11-22T14:02:15+0000", 1_795_356_135),
    ("2026-11-22T09:02:15-05:00", 1_795_356_135),
    ("2026-11-22T14:02:15.250Z", 1_795_356_135.25),
    ("2026-11-22T14:02:15.500000+00:00", 1_795_356_135.5),
  ])
  func `times are read in every form that tools write`(text: String, seconds: Double) throws {
    let date = try #require(Timestamp.date(text))
    #expect(abs(date.timeIntervalSince1970 - seconds) < 0.001)
  }

  @Test(
    arguments: [
      (0, 0), (1e22, 253_402_300_799), (-1e22, 0), (.infinity, 253_402_300_799), (.nan, 0),
      (1_795_356_135.5, 1_795_356_135.5),
    ] as [(Double, Double)]
  )
  func `times are kept within what a calendar has`(seconds: Double, kept: Double) {
    #expect(Date(clampedSeconds: seconds).timeIntervalSince1970 == kept)
  }

  @Test(arguments: [
    "", "tomorrow", "1795356135", "2026-11-22", "2026-13-22T14:02:15Z", "Z", "UTC", "20261322T140215Z",
    "20261122T1402Z",
  ])
  func `anything else is no time`(text: String) {
    #expect(Timestamp.date(text) == nil)
  }
}
