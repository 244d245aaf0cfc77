public import AWSClientCore

extension AWSService {
  /// Amazon AppStream 2.0, as botocore's model of its API of 2016-12-01 names it.
  public static let appStream = AWSService(
    endpointID: "APPSTREAM",
    signingName: "appstream",
    hostPrefix: "appstream2"
  )
}
