import AWSClientCore
import NIOSSL

/// Why a file with certificate authorities cannot be used.
public enum TrustRootsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// There is no such file.
  case missing(path: String)
  /// The file cannot be read; `reason` is a clause.
  case unreadable(path: String, reason: String)
  /// The file holds no certificate in PEM form.
  case noCertificates(path: String)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .missing(let path):
      "The CA bundle \(path) does not exist. Check --ca-bundle, AWS_CA_BUNDLE, or ca_bundle in the profile."
    case .unreadable(let path, let reason):
      "The CA bundle \(path) cannot be read: \(reason). Make it readable, or name another with --ca-bundle."
    case .noCertificates(let path):
      "The CA bundle \(path) holds no certificate in PEM form. Name another file with --ca-bundle."
    }
  }
}

/// Reads certificate authorities from a file.
enum TrustRoots {
  static func load(_ path: String) throws(TrustRootsError) -> NIOSSLTrustRoots {
    let content: [UInt8]?
    do throws(FileError) {
      content = try LocalFiles().contents(of: path)
    } catch {
      switch error {
      case .unreadable(_, let reason): throw .unreadable(path: path, reason: reason)
      }
    }
    guard let content else { throw .missing(path: path) }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = content.starts(with: byteOrderMark) ? Array(content.dropFirst(byteOrderMark.count)) : content
    guard let certificates = try? NIOSSLCertificate.fromPEMBytes(text), !certificates.isEmpty else {
      throw .noCertificates(path: path)
    }
    return .certificates(certificates)
  }
}
