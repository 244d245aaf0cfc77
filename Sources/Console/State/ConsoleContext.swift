package import Runs

/// What is settled before anything is asked for, and stays so for as long as the session: whose account, where, and
/// which rules hold.
package struct ConsoleContext: Sendable, Equatable {
  /// Tells the session from the others of this console; the first is 0.
  package var session: Int
  /// The AWS profile, or another name for where the keys come from.
  package var profileName: String
  /// The profiles that there are in AWS's files.
  package var profileNames: [String]
  /// The Region.
  package var region: String
  /// The Regions that are known; others may be there as well.
  package var regions: [String]
  /// The URL of the AppStream endpoint.
  package var endpoint: String
  /// Whether that endpoint is another than the Region's own, and so belongs on the screen.
  package var isEndpointCustom: Bool
  /// Whether the service is the emulator in this process.
  package var isDemo: Bool
  /// Whether the terminal shows ASCII only.
  package var isASCII: Bool
  /// The command that begins the session anew from which the keys come; `nil` when there is none.
  package var loginCommand: String?
  /// Who plans runs here, and from where.
  package var origin: Origin
  /// This process, as it signs the journals of the runs that it takes up.
  package var holder: RunHolder
  /// The reason or ticket that goes with every plan.
  package var reason: String?
  /// What may be sent, and how deliberately it is confirmed.
  package var rules: Rules

  package init(
    session: Int = 0,
    profileName: String,
    profileNames: [String] = [],
    region: String,
    regions: [String] = [],
    endpoint: String,
    isEndpointCustom: Bool = false,
    isDemo: Bool = false,
    isASCII: Bool = false,
    loginCommand: String? = nil,
    origin: Origin,
    holder: RunHolder,
    reason: String? = nil,
    rules: Rules = Rules()
  ) {
    self.session = session
    self.profileName = profileName
    self.profileNames = profileNames
    self.region = region
    self.regions = regions
    self.endpoint = endpoint
    self.isEndpointCustom = isEndpointCustom
    self.isDemo = isDemo
    self.isASCII = isASCII
    self.loginCommand = loginCommand
    self.origin = origin
    self.holder = holder
    self.reason = reason
    self.rules = rules
  }
}
