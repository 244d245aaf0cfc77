package import Runs

/// What is settled before the console opens, and stays as it is: whose account, where, and which rules hold.
package struct ConsoleContext: Sendable, Equatable {
  /// The AWS profile, or another name for where the keys come from.
  package var profileName: String
  /// The Region.
  package var region: String
  /// The URL of the AppStream endpoint.
  package var endpoint: String
  /// Whether that endpoint is another than the Region's own, and so belongs on the screen.
  package var isEndpointCustom: Bool
  /// Whether the service is the emulator in this process.
  package var isDemo: Bool
  /// Whether nothing may be sent.
  package var isReadOnly: Bool
  /// Whether the terminal shows ASCII only.
  package var isASCII: Bool
  /// Who plans runs here, and from where.
  package var origin: Origin
  /// The reason or ticket that goes with every plan.
  package var reason: String?
  /// The numbers of the accounts in which every plan is confirmed by its whole phrase.
  package var protectedAccounts: Set<String>
  /// The names of the stacks of which the same is true.
  package var protectedStacks: Set<String>
  /// Whether a plan without a reason may not be sent.
  package var requiresReason: Bool

  package init(
    profileName: String,
    region: String,
    endpoint: String,
    isEndpointCustom: Bool = false,
    isDemo: Bool = false,
    isReadOnly: Bool = false,
    isASCII: Bool = false,
    origin: Origin,
    reason: String? = nil,
    protectedAccounts: Set<String> = [],
    protectedStacks: Set<String> = [],
    requiresReason: Bool = false
  ) {
    self.profileName = profileName
    self.region = region
    self.endpoint = endpoint
    self.isEndpointCustom = isEndpointCustom
    self.isDemo = isDemo
    self.isReadOnly = isReadOnly
    self.isASCII = isASCII
    self.origin = origin
    self.reason = reason
    self.protectedAccounts = protectedAccounts
    self.protectedStacks = protectedStacks
    self.requiresReason = requiresReason
  }
}
