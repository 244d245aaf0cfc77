package import AWSClientCore
import Synchronization

/// Files in memory that can be read, written and taken away.
package final class MemoryFiles: FileReading, FileWriting {
  private let contents: Mutex<[String: [UInt8]]>
  private let unreadable: Set<String>
  private let writable = Mutex(true)

  /// Makes files of texts by path.
  ///
  /// - Parameters:
  ///   - texts: What is in each file.
  ///   - unreadable: The paths of files that may not be read.
  package init(_ texts: [String: String] = [:], unreadable: Set<String> = []) {
    contents = Mutex(texts.mapValues { Array($0.utf8) })
    self.unreadable = unreadable
  }

  /// The text of a file.
  package subscript(path: String) -> String? {
    get { contents.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) } }
    set { contents.withLock { $0[path] = newValue.map { Array($0.utf8) } } }
  }

  /// Makes the disk full.
  package func fillDisk() {
    writable.withLock { $0 = false }
  }

  package func contents(of path: String) throws(FileError) -> [UInt8]? {
    if unreadable.contains(path) { throw .unreadable(path: path, reason: "permission denied") }
    return contents.withLock { $0[path] }
  }

  package func replace(_ path: String, with content: [UInt8]) throws(FileWritingError) {
    guard writable.withLock({ $0 }) else { throw FileWritingError("\(path) cannot be written: the disk is full.") }
    contents.withLock { $0[path] = content }
  }
}
