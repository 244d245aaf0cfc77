/// The `User-Agent` of calls, in the form that AWS's own tools send.
///
/// Form: botocore's `useragent.py`: the product first, then `ua/2.1`, the system, the language and the settings that
/// matter to AWS, each as `kind/name#value`.
public struct UserAgent: Sendable, Equatable {
  /// The program's name and version.
  public var product: String
  /// The version of the program.
  public var version: String
  /// The operating system's name, such as `linux`.
  public var system: String
  /// The operating system's release.
  public var systemRelease: String
  /// The processor's architecture.
  public var architecture: String
  /// The version of Swift that the program was built with.
  public var languageVersion: String
  /// How reads are sent again.
  public var retryMode: RetryMode

  /// Makes a description of a program and of where it runs.
  public init(
    product: String,
    version: String,
    system: String,
    systemRelease: String,
    architecture: String,
    languageVersion: String,
    retryMode: RetryMode
  ) {
    self.product = product
    self.version = version
    self.system = system
    self.systemRelease = systemRelease
    self.architecture = architecture
    self.languageVersion = languageVersion
    self.retryMode = retryMode
  }

  /// The header's value; `run` is the id of the run that the call belongs to.
  public func text(run: String? = nil) -> String {
    var parts = [
      "\(Self.token(product))/\(Self.token(version))",
      "ua/2.1",
      "os/\(Self.token(system))#\(Self.token(systemRelease))",
      "md/arch#\(Self.token(architecture))",
      "lang/swift#\(Self.token(languageVersion))",
      "cfg/retry-mode#\(retryMode.rawValue)",
    ]
    if let run { parts.append("run/\(Self.token(run))") }
    return parts.joined(separator: " ")
  }

  /// `text` with everything that HTTP does not allow in a token (RFC 9110, section 5.6.2) replaced by a hyphen.
  private static func token(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || "!$%&'*+-.^_`|~".contains($0)) ? $0 : "-" })
  }
}
