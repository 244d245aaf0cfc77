import FoundationEssentials
package import Testing

/// What a screen looks like, kept in a file below `Tests/Goldens` whose name ends with the screen's columns and rows.
///
/// With `GOLDENS=write` in the environment the files are written, and whoever does that looks at what changed in them.
package struct Golden: Sendable, CustomStringConvertible {
  /// The file's name without its end.
  package let description: String

  /// The one of a `scene` on so large a screen.
  package init(_ scene: String, columns: Int, rows: Int) {
    description = "\(scene)-\(columns)x\(rows)"
  }

  private init(file: Substring) {
    description = String(file)
  }

  /// All that are kept.
  package static var kept: [Golden] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(end) }
        .map { Golden(file: $0.dropLast(end.count)) }
    }
  }

  /// The columns and rows of the screen.
  package var size: (columns: Int, rows: Int)? {
    let numbers = description.split(separator: "-").last?.split(separator: "x").compactMap { Int($0) } ?? []
    return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
  }

  /// Where it is.
  package var path: String { "\(Self.folder)/\(description)\(Self.end)" }

  /// The lines that the screen has, without blanks at their ends.
  package var lines: [String] {
    get throws {
      try String(contentsOf: URL(filePath: path), encoding: .utf8).split(
        separator: "\n",
        omittingEmptySubsequences: false
      )
      .dropLast().map(String.init)
    }
  }

  /// Records an issue unless the screen has these lines.
  package func expect(_ lines: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["GOLDENS"] == "write" {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      return try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
    }
    #expect(try self.lines == lines, "\(self)", sourceLocation: sourceLocation)
  }

  private static let end = ".txt"
  private static let folder = #filePath.replacing("TestSupport/Goldens/Golden.swift", with: "Goldens")
}
