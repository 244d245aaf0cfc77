package import AppStream
package import FoundationEssentials
import PlainText

/// A user of the pool as the emulator keeps it.
package struct EmulatedUser: Sendable, Equatable {
  /// The e-mail address; its case matters.
  package var userName: String
  /// How the user signs in.
  package var authenticationType: AuthenticationType
  /// Whether the user may sign in.
  package var isEnabled: Bool
  /// The service's word, such as `CONFIRMED`.
  package var status: String
  /// The first name, if one was given.
  package var firstName: String?
  /// The last name, if one was given.
  package var lastName: String?
  /// When the user was created.
  package var createdTime: Date
  /// The UUID at the end of the ARN.
  package var id: String

  /// Makes a user.
  package init(
    userName: String,
    authenticationType: AuthenticationType = .userpool,
    isEnabled: Bool = true,
    status: String = "CONFIRMED",
    firstName: String? = nil,
    lastName: String? = nil,
    createdTime: Date,
    id: String
  ) {
    self.userName = userName
    self.authenticationType = authenticationType
    self.isEnabled = isEnabled
    self.status = status
    self.firstName = firstName
    self.lastName = lastName
    self.createdTime = createdTime
    self.id = id
  }

  /// The model's `User`, as `DescribeUsers` gives it in `region`.
  func shape(in region: String) -> User {
    User(
      arn: "arn:aws:appstream:\(region):\(EmulatorAccount.number):user/userpool/\(id)",
      userName: userName,
      enabled: isEnabled,
      status: status,
      firstName: firstName,
      lastName: lastName,
      createdTime: createdTime,
      authenticationType: authenticationType
    )
  }
}

/// What makes a user the one they are.
struct UserKey: Hashable, Sendable {
  let name: ExactText
  let type: AuthenticationType

  init(_ name: String, _ type: AuthenticationType) {
    self.name = ExactText(name)
    self.type = type
  }
}
