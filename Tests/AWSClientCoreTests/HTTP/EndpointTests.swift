import AWSClientCore
import Testing

@Suite struct EndpointTests {
  @Test(arguments: [
    ("https://example.com", "https", "example.com", 443, "/", "example.com"),
    ("https://example.com/", "https", "example.com", 443, "/", "example.com"),
    ("HTTPS://Example.COM", "https", "example.com", 443, "/", "example.com"),
    ("https://example.com:8443/base/a%20b", "https", "example.com", 8443, "/base/a%20b", "example.com:8443"),
    ("http://example.com", "http", "example.com", 80, "/", "example.com"),
    ("http://example.com:443", "http", "example.com", 443, "/", "example.com:443"),
    ("https://example.com:443", "https", "example.com", 443, "/", "example.com"),
    ("http://[::1]:8080", "http", "::1", 8080, "/", "[::1]:8080"),
    ("https://[fd00::1]", "https", "fd00::1", 443, "/", "[fd00::1]"),
  ])
  func `a URL is taken apart`(
    url: String,
    scheme: String,
    host: String,
    port: Int,
    path: String,
    authority: String
  ) throws {
    let endpoint = try Endpoint(url: url)
    #expect(endpoint.scheme.rawValue == scheme)
    #expect(endpoint.host == host)
    #expect(endpoint.port == port)
    #expect(endpoint.path == path)
    #expect(endpoint.authority == authority)
    #expect(endpoint.origin == "\(scheme)://\(authority)")
    #expect("\(endpoint)" == "\(scheme)://\(authority)" + (path == "/" ? "" : path))
  }

  @Test(arguments: [
    "", "example.com", "example.com:8080", "//example.com", "ftp://example.com", "https:///path",
    "mailto:example.com",
  ])
  func `what is no URL with a host is refused`(url: String) {
    #expect(throws: EndpointError.malformed(.noURL)) { try Endpoint(url: url) }
  }

  @Test(arguments: [
    ("https://example.com?hunter2", EndpointError.Fault.query),
    ("https://user@example.com?hunter2", .userInformation),
    ("https://example.com#hunter2", .fragment),
    ("https://example.com:0", .port),
    ("https://example.com:65536", .port),
    ("https://hunter2@example.com", .userInformation),
    ("https://ana:hunter2@example.com", .userInformation),
    ("http://hunter2%2f.localhost/", .host),
    ("http://hunter2%00.localhost/", .host),
    ("http://hunter2%2e.localhost/", .host),
    ("http://127.0.0.1%2f.hunter2.localhost", .host),
  ])
  func `what is more than an endpoint is refused and not repeated`(url: String, fault: EndpointError.Fault) {
    let error = #expect(throws: EndpointError.malformed(fault)) { try Endpoint(url: url) }
    #expect(error.map { !"\($0)".contains("hunter2") } == true)
  }

  @Test(arguments: [
    "https://", "https://example.com:x", "https://exa mple.com", "https://ana:hunter@2@example.com", "http://[::1]x",
    "http://[example.com]", "http://a\\b", "http://a|b.localhost",
  ])
  func `anything else that is no endpoint is refused`(url: String) {
    #expect(throws: EndpointError.self) { try Endpoint(url: url) }
  }

  @Test(arguments: ["localhost", "LOCALHOST", "aws.localhost", "127.0.0.1", "127.1.2.3", "::1"])
  func `this machine is known by name and by address`(host: String) {
    #expect(Endpoint(scheme: .http, host: host).isLoopback)
  }

  @Test(arguments: [
    "example.com", "localhost.example.com", "mylocalhost", "127.0.0.1.example.com", "127.example.com", "128.0.0.1",
    "0.0.0.0", "127.0.0.256", "127.0.0.0300", "127.0.0.+1", "127..0.1", "127.0.0.1.", "a/.localhost", "a%2f.localhost",
    "127.0.0", "::", "fd00::1", "169.254.169.254", "127.0.0.1x",
  ])
  func `any other host is not this machine`(host: String) {
    #expect(!Endpoint(scheme: .http, host: host).isLoopback)
  }

  @Test func `a request has its endpoint's path unless it has its own`() throws {
    let endpoint = try Endpoint(url: "https://example.com/base")
    #expect(HTTPRequest(endpoint: endpoint).url == "https://example.com/base")
    #expect(HTTPRequest(endpoint: endpoint, path: "/a", query: "b=c").url == "https://example.com/a?b=c")
  }
}
