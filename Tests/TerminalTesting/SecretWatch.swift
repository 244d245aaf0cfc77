import FoundationEssentials
import Glibc
import Synchronization
import Testing

/// Searches everything that programs under test leave behind for the secrets that they were given.
///
/// It looks at what they print, at what their terminal shows, and at the files they write: journals and logs. So the
/// whole suite is one search, and a test need not ask for it. AWS's own files are left out, since keys belong there,
/// and so is what the emulator prints, whose keys are no secrets.
package enum SecretWatch {
  private static let registered = Mutex<Set<String>>([])

  /// Below this length a secret is also found where it is not.
  private static let shortest = 8

  /// Makes a secret known that programs learn in another way than by their environment.
  package static func add(_ secrets: String...) {
    registered.withLock { $0.formUnion(secrets.filter { $0.utf8.count >= shortest }) }
  }

  /// The secrets in the environment of a program, and those that were made known.
  static func secrets(in environment: [String: String]) -> Set<String> {
    let telling = ["SECRET", "TOKEN", "PASSWORD"]
    let variables = environment.filter { variable in
      telling.contains(where: variable.key.contains) && !variable.key.hasSuffix("_FILE")
    }
    let passwords = environment.filter { $0.key.uppercased().hasSuffix("_PROXY") }.values.compactMap(password)
    let own = Set(variables.values).union(passwords).filter { $0.utf8.count >= shortest }
    return own.union(registered.withLock { $0 })
  }

  /// Searches a text or the bytes of a file.
  package static func search(_ bytes: [UInt8], of place: String, for secrets: Set<String> = Self.secrets(in: [:])) {
    for secret in secrets where contains(bytes, Array(secret.utf8)) {
      // The issue itself is printed, so it does not repeat the secret.
      Issue.record("a secret of \(secret.utf8.count) bytes, beginning with \(secret.prefix(3)), is in \(place)")
    }
  }

  /// Searches every file in and below a directory, or the one file at that path.
  static func searchFiles(at path: String, for secrets: Set<String>) {
    // A path that is no directory, or is gone already, has nothing below it.
    let below = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    for file in [path] + below.filter({ !$0.hasPrefix(".aws/") }).map({ "\(path)/\($0)" }) {
      guard let content = FileManager.default.contents(atPath: file) else { continue }
      search(Array(content), of: file, for: secrets)
    }
  }

  private static func password(_ url: String) -> String? {
    guard let at = url.lastIndex(of: "@"), let colon = url[..<at].lastIndex(of: ":") else { return nil }
    return String(url[colon..<at].dropFirst())
  }

  private static func contains(_ bytes: [UInt8], _ secret: [UInt8]) -> Bool {
    guard let first = secret.first, bytes.count >= secret.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while let start = rest.firstIndex(of: first), rest.endIndex - start >= secret.count {
        if rest[start...].starts(with: secret) { return true }
        rest = rest[(start + 1)...]
      }
      return false
    }
  }
}
