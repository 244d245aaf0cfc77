/// Reads small files, such as configuration and token files.
public protocol FileReading: Sendable {
  /// The whole content of the file at `path`, or `nil` when there is no such file.
  ///
  /// - Throws: ``FileError`` when there is one and it cannot be read.
  func contents(of path: String) throws(FileError) -> [UInt8]?

  /// Why the file at `path` is missing although somebody meant it to be there, as a clause: a link leads to nothing, or
  /// a part of the path is no directory.
  func flaw(ofMissing path: String) -> String?
}

extension FileReading {
  /// Nothing is known of why a file is missing.
  public func flaw(ofMissing path: String) -> String? { nil }
}

/// Why a file could not be used.
public enum FileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file is there and cannot be read; `reason` is a clause.
  case unreadable(path: String, reason: String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path) cannot be read: \(reason). Make it readable, or name another file."
    }
  }
}
