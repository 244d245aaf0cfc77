import AWSClientCore
import AppStream
import Testing

/// A host that botocore calls; `Vectors/record-endpoints.py` writes them.
private struct RecordedHost: Decodable, Sendable {
  var service: String
  var region: String
  var isFIPS: Bool
  var isDualStack: Bool
  /// `nil` where botocore refuses the host that its endpoint rule sets have.
  var host: String?
}

@Suite struct EndpointRecordingTests {
  @Test func `each service is called at the host that botocore calls, in every partition`() throws {
    let recorded = try Recording.cases("endpoints.json", of: RecordedHost.self)
    #expect(recorded.count == 240)
    for host in recorded {
      let service = try #require(AWSService(botocoreName: host.service))
      let variant = EndpointVariant(isFIPS: host.isFIPS, isDualStack: host.isDualStack)
      let endpoint = variant.endpoint(of: service, in: host.region)
      #expect(endpoint == Endpoint(scheme: .https, host: host.host ?? endpoint.host), "\(host)")
    }
  }

  @Test func `a dual-stack host that botocore refuses is that of its rule sets`() {
    let variant = EndpointVariant(isFIPS: true, isDualStack: true)
    let hosts = ["eu-isoe-west-1", "us-isof-south-1"].map { variant.endpoint(of: .appStream, in: $0).host }
    #expect(
      hosts == [
        "appstream2-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk", "appstream2-fips.us-isof-south-1.api.aws.hci.ic.gov",
      ]
    )
  }
}

extension AWSService {
  /// The service that botocore calls `name`.
  init?(botocoreName name: String) {
    let known: [String: AWSService] = [
      "appstream": .appStream, "sts": .sts, "sso": .sso, "sso-oidc": .ssoOIDC, "signin": .signIn,
    ]
    guard let service = known[name] else { return nil }
    self = service
  }
}
