import FoundationEssentials
import Testing

@testable import AppStream

@Suite struct PlainUUIDTests {
  @Test func `any UUID in small letters is read as UUID reads it, and written again`() throws {
    for _ in 0..<1_000 {
      let uuid = UUID()
      let text = uuid.uuidString.lowercased()
      #expect(PlainUUID.read(text.utf8) == uuid)
      #expect(PlainUUID.text(of: uuid) == text)
    }
  }

  @Test(arguments: [
    "", "0", "0B9F36A4-94B0-4EA9-8F0E-5C1F0A2B3C4D", "0b9f36a4-94b0-4ea9-8f0e-5c1f0a2b3c4g",
    "0b9f36a4-94b0-4ea9-8f0e-5c1f0a2b3c4", "0b9f36a4-94b0-4ea9-8f0e-5c1f0a2b3c4dd",
    "0b9f36a494-b0-4ea9-8f0e-5c1f0a2b3c4d", "0b9f36a4+94b0-4ea9-8f0e-5c1f0a2b3c4d",
    "0b9f36a4-94b0-4ea9-8f0e-5c1f0a2b3cé",
  ])
  func `what would be written otherwise is none`(text: String) {
    #expect(PlainUUID.read(text.utf8) == nil)
  }
}
