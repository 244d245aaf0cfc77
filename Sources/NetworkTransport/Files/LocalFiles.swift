package import AWSClientCore
import Glibc
import LocalIO
import SystemPackage

/// The files of this machine.
///
/// It reads whatever opens, pipes and `/dev/null` included, which FoundationEssentials refuses and which people do name
/// in `AWS_CONFIG_FILE`.
package struct LocalFiles: FileReading {
  /// More than any configuration or token file holds; a device that never ends must not fill the memory.
  private static let limit = 16 << 20

  /// Makes a reader.
  package init() {}

  /// The whole content of what is at `path`, or `nil` when nothing is there.
  ///
  /// - Throws: ``FileError`` when it cannot be read, or never ends.
  package func contents(of path: String) throws(FileError) -> [UInt8]? {
    do throws(WholeFile.Failure) {
      return try WholeFile.contents(of: path, upTo: Self.limit)
    } catch {
      switch error {
      case .system(.noSuchFileOrDirectory), .system(.notDirectory): return nil
      case .system(let error): throw .unreadable(path: path, reason: Self.reason(error))
      case .notRegular: throw .unreadable(path: path, reason: "it is no regular file")
      case .tooLarge: throw .unreadable(path: path, reason: "it is larger than \(Self.limit >> 20) MiB")
      }
    }
  }

  /// Why the file at `path` is missing although somebody meant it to be there.
  package func flaw(ofMissing path: String) -> String? {
    let parts = path.split(separator: "/")
    for count in parts.indices {
      let place = (path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
      var (own, target) = (stat(), stat())
      guard lstat(place, &own) == 0 else { return nil }
      guard stat(place, &target) == 0 else { return "\(place) is a link to what is not there" }
      let isDirectory = target.st_mode & S_IFMT == S_IFDIR
      if count < parts.count - 1, !isDirectory { return "\(place) is not a directory" }
    }
    return nil
  }

  private static func reason(_ error: Errno) -> String {
    error == .isDirectory ? "it is a directory" : error.description.lowercased()
  }
}

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
