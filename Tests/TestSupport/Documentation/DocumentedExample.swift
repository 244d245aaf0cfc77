import FoundationEssentials

/// The example of a library's documentation, which one of its tests compiles.
package enum DocumentedExample {
  /// The lines of the first block of Swift in the catalogue of `library`, in this checkout.
  package static func shown(by library: String) throws -> [String] {
    let page = try lines(of: "\(root)/Sources/\(library)/\(library).docc/\(library).md")
    return Array(page.drop { $0 != "```swift" }.dropFirst().prefix { $0 != "```" })
  }

  /// The lines between the comments that say where the example begins and ends, in the test at `path`.
  ///
  /// - Parameter path: `#filePath` of the test; the example is a member of its suite, indented by two blanks.
  package static func compiled(in path: String) throws -> [String] {
    try lines(of: path)
      .drop { !$0.hasSuffix("// The example begins here.") }.dropFirst()
      .prefix { !$0.hasSuffix("// The example ends here.") }
      .map { String($0.dropFirst(2)) }
  }

  private static let root = "\(#filePath)".split(separator: "/").dropLast(4).map { "/\($0)" }.joined()

  private static func lines(of path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
