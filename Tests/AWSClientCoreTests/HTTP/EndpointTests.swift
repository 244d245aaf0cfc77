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
    "", "example.com", "example.com:8080", "//example.com", "ftp://example.com", "https://", "https:///path",
    "https://example.com?x=1", "https://example.com#x", "https://example.com:0", "https://example.com:65536",
    "https://example.com:x", "https://exa mple.com", "mailto:example.com",
  ])
  func `what is no endpoint is refused`(url: String) {
    #expect(throws: EndpointError.malformed(url)) { try Endpoint(url: url) }
  }

  @Test(arguments: ["https://ana@example.com", "https://ana:hunter2@example.com", "https://ana:hunter@2@example.com"])
  func `a user or a password is refused and not repeated`(url: String) {
    #expect(throws: EndpointError.malformed("https://•••@example.com")) { try Endpoint(url: url) }
  }

  @Test(arguments: ["localhost", "LOCALHOST", "aws.localhost", "127.0.0.1", "127.1.2.3", "::1"])
  func `this machine is known by name and by address`(host: String) {
    #expect(Endpoint(scheme: .http, host: host).isLoopback)
  }

  @Test(arguments: [
    "example.com", "localhost.example.com", "mylocalhost", "127.0.0.1.example.com", "127.example.com", "128.0.0.1",
    "0.0.0.0",
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
