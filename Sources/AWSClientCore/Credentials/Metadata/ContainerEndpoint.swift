/// Where a container asks for its keys.
///
/// Rules: botocore's `credentials.py:ContainerProvider` and `utils.py:ContainerMetadataFetcher`.
struct ContainerEndpoint: Equatable {
  let endpoint: Endpoint
  let query: String

  private static let relative = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
  private static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"
  /// ECS, and EKS over IPv4 and IPv6.
  private static let services: Set<String> = ["169.254.170.2", "169.254.170.23", "fd00:ec2::23"]

  /// Whether `environment` says that there is such a place.
  static func isIn(_ environment: ProcessEnvironment) -> Bool {
    environment[relative] != nil || environment[full] != nil
  }

  /// Reads the address in `environment`; the relative one has precedence.
  ///
  /// - Throws: ``CredentialError/unusable(source:reason:)`` when it is none, or leads to another machine in the clear.
  init(_ environment: ProcessEnvironment, source: String) throws(CredentialError) {
    let (variable, url) =
      environment[Self.relative].map { (Self.relative, "http://169.254.170.2\($0)") }
      ?? (Self.full, environment[Self.full] ?? "")
    let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    do throws(EndpointError) {
      endpoint = try Endpoint(url: String(parts[0]))
    } catch {
      throw .unusable(source: source, reason: "\(variable) is not a URL")
    }
    query = parts.count > 1 ? String(parts[1]) : ""
    guard query.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }) else {
      throw .unusable(source: source, reason: "\(variable) is not a URL")
    }
    let isRelative = variable == Self.relative
    let isLoopback = endpoint.isLoopback && !endpoint.host.hasSuffix(".localhost")
    let isNear = Self.services.contains(endpoint.host) || isLoopback
    guard isRelative ? endpoint.host == "169.254.170.2" : endpoint.scheme == .https || isNear else {
      throw .unusable(
        source: source,
        reason: "\(variable) names \(endpoint.host), which is neither this machine nor a service of the container's"
      )
    }
  }
}
