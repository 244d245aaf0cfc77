import AWSClientCore
import AppStream
import AppStreamEmulator
import FoundationEssentials
import Runs

/// What every run of these tests is made of besides its entries.
enum RunFacts {
  static let holder = RunHolder(processID: 1, host: "bastion-2", version: "1.0.0")

  static func user(_ number: Int) -> String { "user-\(number)@truth.example" }

  static func plan(
    _ operation: RunOperation = .disassociate,
    of entries: some Sequence<Association>,
    by caller: CallerIdentity? = nil,
    at endpoint: Endpoint,
    created: Date
  ) -> Plan {
    Plan(
      operation: operation,
      entries: entries,
      target: Plan.Target(caller: caller, region: "eu-west-1", endpoint: endpoint.description),
      authorship: Plan.Authorship(
        origin: Origin(
          loginName: "jkeller",
          userID: 1000,
          loginUserID: nil,
          sudoUser: nil,
          host: "bastion-2",
          sshConnection: nil,
          version: "1.0.0"
        ),
        created: created
      )
    )
  }

  /// The console's client, over the socket.
  static func client(
    _ loopback: Loopback,
    _ context: CallContext,
    _ credentials: any CredentialProvider = FixedCredentials(EmulatorKeys.user.credentials),
    readLimiter: SendingLimiter = SendingLimiter()
  ) -> AppStreamClient {
    .live(
      AWSJSONClient(
        targetPrefix: AppStreamClient.targetPrefix,
        endpoint: loopback.endpoint,
        caller: SignedCaller(
          scope: SigningScope(region: "eu-west-1", service: AWSService.appStream.signingName),
          credentials: credentials,
          transport: loopback.transport,
          context: context
        ),
        readLimiter: readLimiter
      )
    )
    .reading(through: ReadGate())
  }
}

extension EmulatedDirectory {
  /// Everybody on their stacks, all of which are there.
  static func holding(
    _ associations: [Association],
    users: [String] = [],
    stacks: [String] = [],
    rules: EmulatorRules = EmulatorRules()
  ) throws -> EmulatedDirectory {
    let begin = Date(timeIntervalSince1970: 1_767_772_800)
    var directory = EmulatedDirectory()
    for name in Set(stacks + associations.map(\.stackName)).sorted() {
      try directory.createStack(EmulatedStack(name: name, createdTime: begin))
    }
    for name in Set(users + associations.map(\.userName)).sorted() {
      try directory.createUser(EmulatedUser(userName: name, createdTime: begin, id: name))
    }
    _ = try directory.apply(.associate, to: associations.sorted().map { UserStackAssociation($0) }, at: begin)
    directory.rules = rules
    return directory
  }
}
