extension Endpoint {
  /// The address of STS that is in no Region, which `sts_regional_endpoints = legacy` asks for.
  static let globalSTS = Endpoint(scheme: .https, host: "sts.amazonaws.com")

  /// The Regions whose calls to STS go there: those that were there before STS had addresses in Regions.
  ///
  /// Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html, and botocore's
  /// `args.py:LEGACY_GLOBAL_STS_REGIONS`.
  static let regionsOfGlobalSTS: Set<String> = [
    "ap-northeast-1", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "aws-global", "ca-central-1", "eu-central-1",
    "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1", "us-east-1", "us-east-2", "us-west-1",
    "us-west-2",
  ]
}

extension SigningScope {
  /// The scope of calls to STS at `endpoint` for `region`; the address in no Region takes signatures of one only.
  ///
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
  public static func sts(at endpoint: Endpoint, region: String) -> SigningScope {
    let isGlobal = endpoint.host == Endpoint.globalSTS.host
    return SigningScope(region: isGlobal ? "us-east-1" : region, service: AWSService.sts.signingName)
  }
}
