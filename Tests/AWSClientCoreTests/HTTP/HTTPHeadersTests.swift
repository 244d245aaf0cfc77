import AWSClientCore
import Testing

@Suite struct HTTPHeadersTests {
  private let headers: HTTPHeaders = ["Content-Type": "text/plain", "X-Twice": "1", "x-twice": "2"]

  @Test func `fields are found without regard to case, the first one first`() {
    #expect(headers["content-type"] == "text/plain")
    #expect(headers["X-TWICE"] == "1")
    #expect(headers["X-None"] == nil)
    #expect(headers["Content-Typ"] == nil)
  }

  @Test(arguments: ["1500", " 1500", "1500 ", "\t1500 \t", "1500\t"])
  func `blanks and tabs around a value are no part of it`(text: String) {
    var headers: HTTPHeaders = ["x-amz-retry-after": text]
    #expect(headers["x-amz-retry-after"] == "1500")
    headers["x-amz-retry-after"] = text
    #expect(headers["x-amz-retry-after"] == "1500")
    headers.append("X-Other", text)
    #expect(headers["x-other"] == "1500")
    #expect(HTTPHeaders([HTTPHeaders.Field(name: "a", value: " a  b ")])["a"] == "a  b")
  }

  @Test func `setting replaces every field of the name`() {
    var changed = headers
    changed["X-TWICE"] = "3"
    #expect(changed.fields.map(\.name) == ["Content-Type", "X-TWICE"])
    #expect(changed["x-twice"] == "3")
  }

  @Test func `setting to nothing removes every field of the name`() {
    var changed = headers
    changed["X-Twice"] = nil
    #expect(changed == ["Content-Type": "text/plain"])
  }

  @Test func `appending keeps the fields of the name`() {
    var changed = headers
    changed.append("X-Twice", "3")
    #expect(changed.fields.map(\.value) == ["text/plain", "1", "2", "3"])
  }
}
