import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import TestSupport

/// The live client over a scripted transport.
struct LiveClient {
  let transport: ScriptedTransport
  let client: AppStreamClient

  init(_ steps: ScriptedTransport.Step...) {
    transport = ScriptedTransport(steps)
    let caller = SignedCaller(
      scope: SigningScope(region: "eu-west-1", service: AWSService.appStream.signingName),
      credentials: FixedCredentials(Credentials(accessKeyID: "AKIDEXAMPLE", secretAccessKey: Secret("secret"))),
      transport: transport,
      context: .still()
    )
    let endpoint = Endpoint(scheme: .https, host: "\(AWSService.appStream.hostPrefix).eu-west-1.amazonaws.com")
    client = .live(
      AWSJSONClient(targetPrefix: AppStreamClient.targetPrefix, endpoint: endpoint, caller: caller)
    )
  }

  /// What was sent: the target and the body of each request.
  var sent: [String] {
    transport.requests.map { request in
      "\(request.headers["X-Amz-Target"] ?? "") \(String(decoding: request.body, as: UTF8.self))"
    }
  }
}
