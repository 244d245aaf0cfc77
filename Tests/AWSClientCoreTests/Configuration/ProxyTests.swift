import AWSClientCore
import PlainText
import Testing

@Suite struct ProxyTests {
  private func proxy(_ value: String) throws -> Proxy? {
    let environment = ProcessEnvironment(variables: ["HTTPS_PROXY": value])
    return try ProxySettings(environment: environment)
      .proxy(for: Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com"))
  }

  @Test(arguments: [
    ("http://proxy.example.com:3128", Proxy(host: "proxy.example.com", port: 3128)),
    ("HTTP://Proxy.Example.com:3128/", Proxy(host: "proxy.example.com", port: 3128)),
    ("proxy.example.com:3128", Proxy(host: "proxy.example.com", port: 3128)),
    ("//proxy.example.com:3128", Proxy(host: "proxy.example.com", port: 3128)),
    ("http://proxy.example.com", Proxy(host: "proxy.example.com", port: 80)),
    ("http://10.1.2.3:8080/path?x#y", Proxy(host: "10.1.2.3", port: 8080)),
    ("http://[fd00::1]:3128", Proxy(host: "fd00::1", port: 3128)),
    ("http://[fd00::1]", Proxy(host: "fd00::1", port: 80)),
    ("http://ana:pass@p:1", Proxy(host: "p", port: 1, user: "ana", password: Secret("pass"))),
    ("ana:pass@p:1", Proxy(host: "p", port: 1, user: "ana", password: Secret("pass"))),
    ("http://ana:p%40ss%3A%2f%C3%A9@p:1", Proxy(host: "p", port: 1, user: "ana", password: Secret("p@ss:/é"))),
    ("http://a@b:p@ss:w%zz@p:1", Proxy(host: "p", port: 1, user: "a@b", password: Secret("p@ss:w%zz"))),
    ("http://ana@p:1", Proxy(host: "p", port: 1)),
    ("http://:pass@p:1", Proxy(host: "p", port: 1)),
  ])
  func `a proxy is read as botocore reads it`(value: String, expected: Proxy) throws {
    #expect(try proxy(value) == expected)
  }

  @Test func `user name and password are those of Basic authentication`() throws {
    // The example of RFC 7617, section 2.
    let proxy = try proxy("http://Aladdin:open%20sesame@p:1")
    #expect(proxy?.basicCredentials?.exposed == "QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
  }

  @Test(arguments: [
    ("https://ana:hunter2@p:1", ProxyError.overTLS(variable: "HTTPS_PROXY")),
    ("socks5://ana:hunter2@p:1", .notHTTP(variable: "HTTPS_PROXY")),
    ("socks5h://p", .notHTTP(variable: "HTTPS_PROXY")),
    ("http://", .malformed(variable: "HTTPS_PROXY")),
    ("http://ana:hunter2@:3128", .malformed(variable: "HTTPS_PROXY")),
    ("http://p:port", .malformed(variable: "HTTPS_PROXY")),
    ("http://p:0", .malformed(variable: "HTTPS_PROXY")),
    ("http://p:65536", .malformed(variable: "HTTPS_PROXY")),
    ("http://[fd00::1", .malformed(variable: "HTTPS_PROXY")),
    ("http://[fd00::1]x", .malformed(variable: "HTTPS_PROXY")),
    ("http://two words:1", .malformed(variable: "HTTPS_PROXY")),
    ("http://p\r\nX-Injected:1", .malformed(variable: "HTTPS_PROXY")),
    ("http://bob:hunter2@ss#word@h", .malformed(variable: "HTTPS_PROXY")),
    ("http://bob:1234/hunter2@h:3128", .malformed(variable: "HTTPS_PROXY")),
    ("bob:1234?hunter2@h", .malformed(variable: "HTTPS_PROXY")),
    ("http://bob:12#hunter2@h:3128/", .malformed(variable: "HTTPS_PROXY")),
    ("http://p%2fhunter2:1", .malformed(variable: "HTTPS_PROXY")),
    ("http://p\\hunter2:1", .malformed(variable: "HTTPS_PROXY")),
    ("http://[fd00::hunter2]:1", .malformed(variable: "HTTPS_PROXY")),
  ])
  func `a proxy that cannot be used is refused without its password`(value: String, error: ProxyError) {
    #expect(throws: error) { try proxy(value) }
    #expect(!"\(error)".contains("hunter2"))
  }

  @Test func `an error is a sentence that says what to do next`() {
    #expect(
      "\(ProxyError.overTLS(variable: "https_proxy"))"
        == "https_proxy asks for TLS to the proxy itself, which is not supported. Begin it with http:// if the proxy "
        + "takes that: calls to AWS are encrypted all the way through it."
    )
    #expect(
      "\(ProxyError.notHTTP(variable: "HTTPS_PROXY"))"
        == "HTTPS_PROXY names a proxy that does not speak HTTP, which is not supported. "
        + "Set it to one such as http://proxy.example.com:3128, or remove it."
    )
  }

  @Test func `a proxy never shows its password`() throws {
    let proxy = try #require(try proxy("http://ana:hunter2@proxy.example.com:3128"))
    var dumped = ""
    dump(proxy, to: &dumped)
    let encoded = try #require(proxy.basicCredentials?.exposed)
    for text in ["\(proxy)", String(reflecting: proxy), dumped] {
      #expect(!text.contains("hunter2") && !text.contains(encoded))
    }
    #expect("\(proxy)" == "proxy.example.com:3128")
    #expect("\(Proxy(host: "fd00::1", port: 80))" == "[fd00::1]:80")
  }
}
