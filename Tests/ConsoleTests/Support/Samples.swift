import AWSClientCore
import AppStream
import Console
import FoundationEssentials
import PlainText
import Runs
import Screen

/// The moment at which tests take place: 2026-11-22 14:02:11 UTC.
let noon = Date(timeIntervalSince1970: 1_795_356_131)

/// The same by the clock that only goes forward.
private let start = ContinuousClock.now

extension Moment {
  /// The moment that is `date` by a wall clock that nobody has set since ``noon``.
  init(_ date: Date) {
    self.init(date, start + .seconds(date.timeIntervalSince(noon)))
  }
}

let keller = CallerIdentity(
  account: "111122223333",
  arn: "arn:aws:sts::111122223333:assumed-role/StackOps/j.keller",
  userID: "AROAEXAMPLE:j.keller"
)

let bastion = Origin(
  loginName: "jkeller",
  userID: 1001,
  loginUserID: 1001,
  sudoUser: nil,
  host: "bastion-2",
  sshConnection: nil,
  version: "1.0"
)

let thisProcess = RunHolder(processID: 4711, host: "bastion-2", version: "1.0")

extension ConsoleContext {
  /// An ordinary account: nothing protected, everything allowed.
  static func sample(_ change: (inout ConsoleContext) -> Void = { _ in }) -> ConsoleContext {
    var context = ConsoleContext(
      destination: Destination(
        profileName: "prod-admin",
        region: "eu-west-1",
        endpoint: "https://appstream2.eu-west-1.amazonaws.com"
      ),
      origin: bastion,
      holder: thisProcess,
      reason: "CHG-20417"
    )
    change(&context)
    return context
  }
}

extension ServiceError {
  static func refusal(_ code: String, _ operation: String = "DescribeUserStackAssociations") -> ServiceError {
    .refused(
      Refusal(
        operation: operation,
        code: code,
        message: "It did not work.",
        status: 400,
        requestID: "7f3a",
        iamAction: "appstream:\(operation)"
      )
    )
  }
}

extension Size {
  static let small = Size(rows: 24, columns: 80)
  static let large = Size(rows: 30, columns: 120)
}

/// Users by stack, small enough to be seen on one screen.
struct SampleAccount {
  var stacks: [String: [String]] = [
    "biology-2026a": ["abe.olsen@contr.example", "Ada.Byron@contr.example", "bo.diaz@contr.example"],
    "chemistry-lab": ["abe.olsen@contr.example", "dana.weiss@contr.example"],
    "maths-open": ["ada.byron@contr.example", "chris.okafor@contr.example", "emma.lindqvist-hansen@contr.example"],
  ]
  var users: [User] = [
    .sample("abe.olsen@contr.example", "Abe", "Olsen"),
    .sample("Ada.Byron@contr.example", "Ada", "Byron"),
    .sample("ada.byron@contr.example", "Ada", "Byron", status: "UNCONFIRMED"),
    .sample("bo.diaz@contr.example", "Bo", "Diaz", enabled: false),
    .sample("chris.okafor@contr.example", "Chris", "Okafor"),
    .sample("dana.weiss@contr.example", "Dana", "Weiss", status: "ARCHIVED"),
    .sample("emma.lindqvist-hansen@contr.example", "Emma", "Lindqvist-Hansen", status: "FORCE_CHANGE_PASSWORD"),
  ]

  var stackNames: [String] { stacks.keys.sorted() }

  func associations(of stack: String) -> [UserStackAssociation] {
    (stacks[stack] ?? []).map { UserStackAssociation(stackName: stack, userName: $0) }
  }

  /// An account of so many stacks, each with so many users of its own.
  static func of(stacks: Int, usersEach: Int) -> SampleAccount {
    var account = SampleAccount()
    account.users = []
    account.stacks = Dictionary(
      uniqueKeysWithValues: (0..<stacks).map { stack in
        ("stack-\(padded(stack, 2))", (0..<usersEach).map { "user-\(padded(stack, 2))-\(padded($0, 4))@contr.example" })
      }
    )
    return account
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension FoundCredentials {
  /// Keys found at `moment`; those of the console at the start, unless another id says otherwise.
  static func sample(_ id: String = "AKIASAMPLE0000000001", expire: Date? = nil, at moment: Date = noon)
    -> FoundCredentials
  {
    FoundCredentials(Credentials(accessKeyID: id, secretAccessKey: Secret("none"), expiration: expire), at: moment)
  }
}

extension User {
  static func sample(
    _ name: String,
    _ first: String,
    _ last: String,
    status: String = "CONFIRMED",
    enabled: Bool = true
  ) -> User {
    User(userName: name, enabled: enabled, status: status, firstName: first, lastName: last)
  }
}
