/// The shapes that stacks are made of, in the order and with the limits of the service's model.
///
/// Source: AWS's model of `appstream` 2016-12-01 (botocore 1.44, `data/appstream/2016-12-01/service-2.json`); facts
/// only.
extension Shape {
  /// The members that `CreateStack` and `UpdateStack` share with `Stack`; agents have settings of their own in each.
  static func stackMembers(agents: Shape) -> [Member] {
    [
      .optional("Description", .text(TextRule(maximum: 256))),
      .optional("DisplayName", .text(TextRule(maximum: 100))),
      .optional("StorageConnectors", .list(of: storageConnector)),
      .optional("RedirectURL", .text(TextRule(maximum: 1000))),
      .optional("FeedbackURL", .text(TextRule(maximum: 1000))),
      .optional("UserSettings", .list(of: userSetting, 1...Int.max)),
      .optional(
        "ApplicationSettings",
        .structure([.required("Enabled", .boolean), .optional("SettingsGroup", .text(TextRule(maximum: 100)))])
      ),
      .optional("AccessEndpoints", .list(of: accessEndpoint, 1...4)),
      .optional("EmbedHostDomains", .list(of: .text(.embedHostDomain), 1...20)),
      .optional(
        "StreamingExperienceSettings",
        .structure([.optional("PreferredProtocol", .text(TextRule(allowed: ["TCP", "UDP"])))])
      ),
      .optional("ContentRedirection", .structure([.optional("HostToClient", urlRedirection)])),
      .optional("AgentAccessConfig", agents),
    ]
  }

  /// How AI agents may use a stack, as it is set at first, and as it is changed.
  static func agentAccess(isChange: Bool) -> Shape {
    let setting = structure([
      .required("AgentAction", .text(TextRule(allowed: ["COMPUTER_VISION", "COMPUTER_INPUT"]))),
      .required("Permission", permission),
    ])
    func member(_ name: String, _ shape: Shape) -> Member {
      Member(name: name, shape: shape, isRequired: !isChange)
    }
    return structure([
      member("Settings", .list(of: setting, 1...Int.max)),
      .optional("S3BucketArn", .text(.bucketARN)),
      .optional("ScreenshotsUploadEnabled", .boolean),
      member("ScreenResolution", .text(TextRule(allowed: ["W_1280xH_720"]))),
      member("ScreenImageFormat", .text(TextRule(allowed: ["PNG", "JPEG"]))),
    ])
  }

  private static let permission = text(TextRule(allowed: ["ENABLED", "DISABLED"]))
  private static let domains = list(of: .text(TextRule(minimum: 1, maximum: 64)), 0...50)

  private static let storageConnector = structure([
    .required("ConnectorType", .text(TextRule(allowed: ["HOMEFOLDERS", "GOOGLE_DRIVE", "ONE_DRIVE"]))),
    .optional("ResourceIdentifier", .text(TextRule(minimum: 1, maximum: 2048))),
    .optional("Domains", domains),
    .optional("DomainsRequireAdminConsent", domains),
  ])

  private static let userSetting = structure([
    .required(
      "Action",
      .text(
        TextRule(allowed: [
          "CLIPBOARD_COPY_FROM_LOCAL_DEVICE", "CLIPBOARD_COPY_TO_LOCAL_DEVICE", "FILE_UPLOAD", "FILE_DOWNLOAD",
          "PRINTING_TO_LOCAL_DEVICE", "DOMAIN_PASSWORD_SIGNIN", "DOMAIN_SMART_CARD_SIGNIN",
          "AUTO_TIME_ZONE_REDIRECTION",
        ])
      )
    ),
    .required("Permission", permission),
    .optional("MaximumLength", .integer()),
  ])

  private static let accessEndpoint = structure([
    .required("EndpointType", .text(TextRule(allowed: ["STREAMING"]))),
    .optional("VpceId", .text(.string)),
  ])

  private static let urlRedirection: Shape = {
    let patterns = list(of: .text(.urlPattern), 0...100)
    return structure([
      .required("Enabled", .boolean), .optional("AllowedUrls", patterns), .optional("DeniedUrls", patterns),
    ])
  }()
}
