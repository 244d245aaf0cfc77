import Algorithms

/// Which calls go through a proxy: `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in small or in capital letters.
///
/// Rules: botocore's `utils.py:should_bypass_proxies` and Python's `urllib.request`, which it asks: small letters have
/// precedence, and even an empty value in small letters counts; an entry of `NO_PROXY` is a host or the end of its
/// name, with or without a port, never a range of addresses. Unlike there, this machine, container credentials and
/// instance metadata are always reached directly: they are on no network that a proxy could stand on.
public struct ProxySettings: Sendable, Equatable {
  private var proxies: [Endpoint.Scheme: Result<Proxy, ProxyError>] = [:]
  private var exceptions: [String] = []
  private var isOff = false

  /// Nothing goes through a proxy.
  public init() {}

  /// Reads the variables; one that names a proxy that cannot be used matters only to calls that would go through it.
  public init(environment: ProcessEnvironment) {
    for scheme in [Endpoint.Scheme.https, .http] {
      guard let (variable, value) = Self.setting("\(scheme.rawValue)_proxy", environment) else { continue }
      do throws(ProxyError) {
        proxies[scheme] = .success(try Proxy(value, variable: variable))
      } catch {
        proxies[scheme] = .failure(error)
      }
    }
    let bypass = Self.setting("no_proxy", environment)?.value ?? ""
    isOff = bypass == "*"
    exceptions = bypass.split(separator: ",").map { entry in
      entry.trimming(while: \.isWhitespace).lowercased().drop { $0 == "." }
    }.filter { !$0.isEmpty }.map(String.init)
  }

  /// The proxy that calls to `endpoint` go through, or `nil` when they go directly.
  ///
  /// - Throws: ``ProxyError`` when it cannot be used.
  public func proxy(for endpoint: Endpoint) throws(ProxyError) -> Proxy? {
    guard !isOff, !endpoint.isLoopback, !Self.localServices.contains(endpoint.host) else { return nil }
    let authority = endpoint.authority
    let host = endpoint.host.contains(":") ? "[\(endpoint.host)]" : endpoint.host
    let isException = exceptions.contains { exception in
      [host, authority].contains { $0 == exception || $0.hasSuffix(".\(exception)") }
    }
    return isException ? nil : try proxies[endpoint.scheme]?.get()
  }

  /// The addresses of container credentials (ECS and EKS) and of instance metadata.
  private static let localServices: Set<String> = [
    "169.254.170.2", "169.254.170.23", "fd00:ec2::23", "169.254.169.254", "fd00:ec2::254",
  ]

  private static func setting(_ name: String, _ environment: ProcessEnvironment) -> (variable: String, value: String)? {
    let variables = environment.variables
    for variable in [name, name.uppercased()] {
      if let value = variables[variable] { return value.isEmpty ? nil : (variable, value) }
    }
    return nil
  }
}
