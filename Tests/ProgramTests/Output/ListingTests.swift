import AWSClientCore
import AppStream
import PlainText
import Testing

@testable import Program

/// Lists that are written piece by piece.
@Suite struct ListingTests {
  private func listing(_ count: Int) -> Listing {
    let rows = (0..<count).lazy.map { number in
      [
        JSONValue.string("user \(number)"), .null, .boolean(number % 2 == 0),
        .array(number == 0 ? [] : [.object(["n": .integer(number)])]),
      ]
    }
    return Listing(
      columns: [
        .init(name: "UserName", heading: "USER", tellsApart: true), .init(name: "Arn", heading: "ARN"),
        .init(name: "Enabled"), .init(name: "Tags", heading: "TAGS"),
      ],
      rows: rows
    )
  }

  private func pieces(_ count: Int, _ format: OutputFormat) throws -> [String] {
    var pieces: [String] = []
    try ListResult(member: "Users", listing: listing(count), failures: []).write(format, in: nil) { pieces.append($0) }
    return pieces
  }

  @Test(arguments: [0, 1, 2, 3, 1_000])
  func `JSON in pieces is the document as a whole`(count: Int) throws {
    let document = JSONText.document(.object(["Users": listing(count).objects]))
    #expect(try pieces(count, .json).joined() == document)
  }

  @Test func `a long list comes in pieces, none of which is long`() throws {
    for format in [OutputFormat.json, .csv, .table] {
      let pieces = try pieces(5_000, format)
      #expect(pieces.count > 2)
      #expect(pieces.allSatisfy { $0.utf8.count < 64 << 10 })
    }
    #expect(try pieces(0, .csv) == ["UserName,Arn,Enabled,Tags\r\n"])
  }

  @Test func `whoever takes no more is not asked to`() {
    var taken = 0
    #expect(throws: CancellationError.self) {
      try ListResult(member: "Users", listing: listing(5_000), failures: []).write(.csv, in: nil) { _ in
        taken += 1
        throw CancellationError()
      }
    }
    #expect(taken == 1)
  }

  @Test func `what is missing stands before the list`() throws {
    let failure = try #require(
      ListFailure(stackName: "art", reading: .partial(pages: 0, .cancelled(operation: "DescribeUsers")))
    )
    var text = ""
    try ListResult(member: "Users", listing: listing(1), failures: [failure]).write(.json, in: nil) { text += $0 }
    let value = JSONValue.object(["Users": listing(1).objects, "Partial": .array([failure.object])])
    #expect(text == JSONText.document(value))
  }
}
