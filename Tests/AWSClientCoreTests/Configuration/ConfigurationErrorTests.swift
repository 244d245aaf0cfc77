import AWSClientCore
import Testing

@Suite struct ConfigurationErrorTests {
  private static let example = Endpoint(scheme: .https, host: "appstream2.eu-west-1.amazonaws.com")

  @Test(
    arguments: [
      (
        .unknownProfile(name: "oops", known: ["default", "ops"]),
        "There is no profile \"oops\" in AWS's configuration files. Choose one of these: default, ops."
      ),
      (
        .unknownProfile(name: "oops", known: []),
        "There is no profile \"oops\": AWS's configuration files have none at all. Create it with \"aws configure\"."
      ),
      (.noRegion(profile: "ops"), "No Region is set. Give --region, or set AWS_REGION, or region in profile ops."),
      (.malformedRegion("eu west"), "\"eu west\" is not the code of a Region. Give one such as eu-west-1."),
      (
        .file(.unreadable(path: "/a", reason: "permission denied")),
        "/a cannot be read: permission denied. Make it readable, or name another file."
      ),
      (
        .malformedFile(ConfigFileError(path: "/a", line: 3, problem: .badHeader)),
        "Line 3 of /a cannot be read: its section header is not of the form [name]. Correct that line."
      ),
      (
        .endpoint(.plaintext("http://example.com"), example: example),
        "The endpoint http://example.com is plain http to another machine, which is refused. "
          + "Use https, or a loopback address."
      ),
      (
        .endpoint(.malformed(.query), example: example),
        "The endpoint that is set cannot be used: it has a query. Give one such as "
          + "https://appstream2.eu-west-1.amazonaws.com with --endpoint-url, AWS_ENDPOINT_URL or endpoint_url in the profile."
      ),
      (
        .unknownServices(name: "local", profile: "ops"),
        "Profile ops has services = local, but there is no section [services local]. Add it, or remove the key."
      ),
      (
        .notBoolean(setting: "use_fips_endpoint", value: "1"),
        "use_fips_endpoint is \"1\", which is neither true nor false. Set it to one of the two, or remove it."
      ),
      (
        .variantOfCustomEndpoint(setting: "use_fips_endpoint", endpoint: Endpoint(scheme: .https, host: "example.com")),
        "use_fips_endpoint asks for an address of AWS's own, but the endpoint is set to https://example.com. "
          + "Remove one of the two."
      ),
      (
        .notRetryMode(setting: "AWS_RETRY_MODE", value: "fast"),
        "AWS_RETRY_MODE is \"fast\", which is no retry mode. Set it to standard or adaptive, or remove it."
      ),
      (
        .notAttempts(setting: "max_attempts", value: "0"),
        "max_attempts is \"0\", which is no whole number above 0. Set it to one such as 3, or remove it."
      ),
      (
        .proxy(.malformed(variable: "HTTPS_PROXY")),
        "HTTPS_PROXY is not the address of a proxy; in a user name or a password, write # as %23, / as %2F, ? as %3F "
          + "and @ as %40. Set it to one such as http://proxy.example.com:3128, or remove it."
      ),
    ] as [(ConfigurationError, String)]
  )
  func `an error is a sentence that says what to do next`(error: ConfigurationError, sentence: String) {
    #expect("\(error)" == sentence)
  }
}
