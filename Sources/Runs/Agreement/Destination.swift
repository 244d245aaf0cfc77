package import AWSClientCore

/// Where calls go and as whom, by the names that a person knows them by.
package struct Destination: Sendable, Equatable {
  /// The AWS profile that the credentials come from; `nil` where they are the environment's.
  package var profileName: String?
  /// The profiles that there are in AWS's files.
  package var profileNames: [String]
  /// The accounts that those lead to, by the profiles' names, as far as the files say.
  package var accounts: [String: String]
  /// The Region.
  package var region: String
  /// The URL of the AppStream endpoint.
  package var endpoint: String
  /// Whether that endpoint is another than the Region's own, and so belongs on the screen.
  package var isEndpointCustom: Bool
  /// Whether the service is the emulator in this process.
  package var isDemo: Bool
  /// The command that begins the session anew from which the credentials come; `nil` when there is none.
  package var loginCommand: String?

  /// Makes a destination.
  package init(
    profileName: String?,
    profileNames: [String] = [],
    accounts: [String: String] = [:],
    region: String,
    endpoint: String,
    isEndpointCustom: Bool = false,
    isDemo: Bool = false,
    loginCommand: String? = nil
  ) {
    self.profileName = profileName
    self.profileNames = profileNames
    self.accounts = accounts
    self.region = region
    self.endpoint = endpoint
    self.isEndpointCustom = isEndpointCustom
    self.isDemo = isDemo
    self.loginCommand = loginCommand
  }

  /// Where the credentials come from, beside an account's number: the name of a profile, which stands for itself.
  package var credentialsText: String { profileName ?? "credentials: environment" }

  /// The profiles that lead to an account, as far as it is known, in the order of AWS's files.
  package func profiles(of account: String) -> [String] { profileNames.filter { accounts[$0] == account } }

  /// The same as where a plan of `caller` is to be sent.
  package func target(of caller: CallerIdentity?) -> Plan.Target {
    Plan.Target(caller: caller, region: region, endpoint: endpoint)
  }

  /// The same as a place in `account`, which is `nil` where STS has not said it.
  package func place(in account: String?) -> Place { Place(account: account, region: region, endpoint: endpoint) }
}
