import PlainText

/// Why the settings of the client do not hold together.
public enum ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A profile was named that is in neither file; `known` are those that are, and `misplaced` is a section that will
  /// have been meant as it.
  case unknownProfile(name: String, known: [String], misplaced: MisplacedSection? = nil)
  /// No Region is set anywhere; `profile` is the one that was looked into.
  case noRegion(profile: String, misplaced: MisplacedSection? = nil)
  /// What is set as the Region cannot be one.
  case malformedRegion(String)
  /// A file is there and cannot be read.
  case file(FileError)
  /// A file has a line that cannot be read.
  case malformedFile(ConfigFileError)
  /// A section that is used cannot be meant as it stands.
  case flaw(SectionFlaw)
  /// An endpoint URL is set that cannot be used; `example` is one that could.
  case endpoint(EndpointError, example: Endpoint)
  /// A profile names a `[services …]` section that is not there.
  case unknownServices(name: String, profile: String)
  /// A switch is set to something other than true or false.
  case notBoolean(setting: String, value: String)
  /// FIPS or dual-stack addresses are asked for together with an endpoint URL, which is neither.
  case variantOfCustomEndpoint(setting: String, endpoint: Endpoint)
  /// What is set as the retry mode is none.
  case notRetryMode(setting: String, value: String)
  /// What is set as the number of attempts is none.
  case notAttempts(setting: String, value: String)
  /// What is set about STS's addresses is neither of the two that there are.
  case notRegionalEndpoints(setting: String, value: String)
  /// What is set as the Region is an Availability Zone, or the id of one; `region` is the Region that it is in.
  case availabilityZone(String, region: String?)
  /// A file of certificate authorities is set to nothing, or to white space; `setting` is where.
  case blankCABundle(setting: String)
  /// A proxy is set that cannot be used.
  case proxy(ProxyError)

  /// What happened, to what, and what to do next, as a sentence.
  public var description: String {
    switch self {
    case .unknownProfile(let name, _, let misplaced?):
      "There is no profile \"\(name)\". \(misplaced) Correct that line."
    case .unknownProfile(let name, let known, nil) where known.isEmpty:
      "There is no profile \"\(name)\": AWS's configuration files have none at all. Create it with \"aws configure\"."
    case .unknownProfile(let name, let known, nil):
      "There is no profile \"\(name)\" in AWS's configuration files. Choose one of these: "
        + known.joined(separator: ", ") + "."
    case .noRegion(let profile, let misplaced):
      "No Region is set. Give --region, or set AWS_REGION, or region in profile \(profile)."
        + (misplaced.map { " \($0)" } ?? "")
    case .malformedRegion(let region):
      "\"\(region)\" is not the code of a Region. Give one such as eu-west-1."
    case .file(let error):
      error.description
    case .malformedFile(let error):
      error.description
    case .flaw(let flaw):
      flaw.description
    case .endpoint(.plaintext(let text), _):
      EndpointError.plaintext(text).description
    case .endpoint(let error, let example):
      "\(error) Give one such as \(example) with --endpoint-url, AWS_ENDPOINT_URL or endpoint_url in the profile."
    case .unknownServices(let name, let profile):
      "Profile \(profile) has services = \(name), but there is no section [services \(name)]. "
        + "Add it, or remove the key."
    case .notBoolean(let setting, let value):
      "\(setting) is \"\(value)\", which is neither true nor false. Set it to one of the two, or remove it."
    case .variantOfCustomEndpoint(let setting, let endpoint):
      "\(setting) asks for an address of AWS's own, but the endpoint is set to \(endpoint). Remove one of the two."
    case .notRetryMode(let setting, let value):
      "\(setting) is \"\(value)\", which is no retry mode. Set it to standard or adaptive, or remove it."
    case .notAttempts(let setting, let value):
      "\(setting) is \"\(value)\", which is no whole number above 0. Set it to one such as 3, or remove it."
    case .notRegionalEndpoints(let setting, let value):
      "\(setting) is \"\(value)\", which is neither regional nor legacy. Set it to one of the two, or remove it."
    case .availabilityZone(let zone, let region):
      "\"\(zone)\" is an Availability Zone, and not a Region. Give \(region ?? "the Region that it is in")."
    case .blankCABundle(let setting):
      "\(setting) is set to nothing, and names no CA bundle. Set it to a PEM file with the CAs to trust, or remove it."
    case .proxy(let error):
      error.description
    }
  }
}
