package import AWSClientCore
import LocalIO

/// Writes tokens back to the caches of AWS's tools, for their owner's eyes only.
package struct PrivateFiles: FileWriting {
  /// Makes a writer.
  package init() {}

  package func replace(_ path: String, with content: [UInt8]) throws(FileWritingError) {
    do throws(PrivateFileError) {
      try PrivateFile.write(content, to: path, replacing: true)
    } catch {
      throw FileWritingError(error.description)
    }
  }
}
