import FoundationEssentials
import Runs
import Testing

struct RunIDTests {
  @Test(arguments: [
    (1_795_354_935.0, UInt16(0x7F3A), "20261122T134215Z-7f3a"),
    (1_795_354_935.999, 0, "20261122T134215Z-0000"),
    (0, 0xF, "19700101T000000Z-000f"),
    (1_709_164_800, .max, "20240229T000000Z-ffff"),
  ])
  func `a run is named after its beginning and four random digits`(time: Double, random: UInt16, text: String) {
    let id = RunID(at: Date(timeIntervalSince1970: time), random: random)
    #expect(id.text == text)
    #expect("\(id)" == text)
    #expect(RunID(text) == id)
  }

  @Test(arguments: [
    "", "20261122T140215Z", "20261122T140215Z-7F3A", "20261122T140215Z-7f3", "20261122T140215Z-7f3a5",
    "20261122t140215z-7f3a", "2026112T140215Z-7f3a", " 20261122T140215Z-7f3a", "20261122T140215Z-7f3a\n",
    "../20261122T140215Z-7f3a", "20261122T140215Z-7f3g", "２０２６1122T140215Z-7f3a", "٢٠٢٦١١٢٢T140215Z-7f3a",
    "20261122T140215Z-7f3a\u{301}",
  ])
  func `nothing else is a run's name`(text: String) {
    #expect(RunID(text) == nil)
  }
}
