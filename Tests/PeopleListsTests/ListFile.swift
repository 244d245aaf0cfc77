import FoundationEssentials

/// Files beside the tests.
enum ListFile {
  /// What is in the file at `path`.
  static func bytes(at path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// What is in the file called `name` in the folder `Kinds`.
  static func bytes(ofKind name: String) throws -> [UInt8] {
    try bytes(at: "\(#filePath)".replacing("ListFile.swift", with: "Kinds/\(name)"))
  }
}
