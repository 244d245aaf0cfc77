import PlainText
import TestSupport
import Testing

/// The example of the library's documentation, compiled.
struct ExampleTests {
  // The example begins here.
  func table(ofNamesIn bytes: [UInt8]) throws(InputTextError) -> String {
    let names = try InputText.decode(bytes).split(whereSeparator: \.isNewline).map(String.init)
    return CSVWriter.text(of: [["Name", "Bytes"]] + names.map { [Line($0).text, "\($0.utf8.count)"] })
  }
  // The example ends here.

  @Test func `the example makes a table that nothing in a name can spoil`() throws {
    let bytes = Array("Abe\r\n=1+1\n\u{202E}eoR\n".utf8)
    #expect(try table(ofNamesIn: bytes) == "Name,Bytes\r\nAbe,3\r\n'=1+1,4\r\n<U+202E>eoR,6\r\n")
  }

  @Test func `the example is the one that the documentation shows`() throws {
    let shown = try DocumentedExample.shown(by: "PlainText")
    #expect(try !shown.isEmpty && shown == DocumentedExample.compiled(in: "\(#filePath)"))
  }
}
