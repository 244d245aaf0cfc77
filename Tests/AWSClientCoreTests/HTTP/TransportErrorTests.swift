import AWSClientCore
import Testing

@Suite struct TransportErrorTests {
  @Test(
    arguments: [
      (
        .cannotConnect(host: "h", reason: "connection refused"), true,
        "Could not connect to h: connection refused. Check the endpoint, the Region and the network."
      ),
      (
        .proxyRefused(host: "h", proxy: "p:3128", reason: "it refused"), true,
        "The proxy p:3128 did not connect to h: it refused. Check HTTPS_PROXY and NO_PROXY."
      ),
      (
        .untrusted(host: "h", reason: "its certificate is for another name"), true,
        "The TLS connection to h was refused: its certificate is for another name. "
          + "Check the endpoint, and the CA bundle: --ca-bundle, AWS_CA_BUNDLE, or ca_bundle in the profile."
      ),
      (
        .connectTimedOut(host: "h", seconds: 5), true,
        "h did not accept a connection within 5 s. Check the endpoint, the Region and the network."
      ),
      (
        .responseTimedOut(host: "h", seconds: 0.5), false,
        "h did not answer within 0.5 s. Try again, or check the endpoint."
      ),
      (
        .connectionLost(host: "h", reason: "the other side closed it"), false,
        "The connection to h ended before the whole response was read: the other side closed it. Try again."
      ),
      (.cancelled(host: "h"), false, "The call to h was cancelled before its response was read."),
    ] as [(TransportError, Bool, String)]
  )
  func `an error says whether the request may have been acted upon`(
    error: TransportError,
    isUnsent: Bool,
    sentence: String
  ) {
    #expect(error.isCertainlyUnsent == isUnsent)
    #expect("\(error)" == sentence)
  }
}
