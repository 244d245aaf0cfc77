package import AWSClientCore

/// Files that are only in memory.
package struct InMemoryFiles: FileReading {
  private let contents: [String: [UInt8]]
  private let unreadable: Set<String>

  /// Makes files of texts by path.
  ///
  /// - Parameters:
  ///   - texts: What is in each file.
  ///   - unreadable: The paths of files that may not be read.
  package init(_ texts: [String: String] = [:], unreadable: Set<String> = []) {
    contents = texts.mapValues { Array($0.utf8) }
    self.unreadable = unreadable
  }

  package func contents(of path: String) throws(FileError) -> [UInt8]? {
    if unreadable.contains(path) { throw .unreadable(path: path, reason: "permission denied") }
    return contents[path]
  }
}
