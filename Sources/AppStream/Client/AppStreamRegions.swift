/// The Regions where AppStream 2.0 is known to exist, for completion and for no decision: the next one works as well.
///
/// Source: botocore 1.44.8's `endpoints.json`, service `appstream2`.
public enum AppStreamRegions {
  /// The Regions' codes, by partition and in alphabetical order.
  public static let known = [
    "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-5", "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-south-1", "eu-south-2",
    "eu-west-1", "eu-west-2", "eu-west-3", "il-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-2",
    "us-gov-east-1", "us-gov-west-1", "us-iso-east-1", "us-iso-west-1", "us-isob-east-1",
  ]
}
