public import AWSClientCore

extension AWSService {
  /// Amazon AppStream 2.0; its API's version of 2016-12-01 in botocore 1.44, `service-2.json`.
  public static let appStream = AWSService(
    endpointID: "APPSTREAM",
    signingName: "appstream",
    hostPrefix: "appstream2"
  )
}
