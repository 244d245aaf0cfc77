import AWSClientCore
import FoundationEssentials
import NetworkTransport

/// What a script in `Vectors` recorded of other software.
enum Recording {
  /// The cases in the file called `name`.
  static func cases<Case: Decodable>(_ name: String, of type: Case.Type = Case.self) throws -> [Case] {
    let path = "\(#filePath)".replacing("Support/Recording.swift", with: "Vectors/\(name)")
    let bytes = try LocalFiles().contents(of: path) ?? []
    return try JSONDecoder().decode([Case].self, from: Data(bytes))
  }
}
