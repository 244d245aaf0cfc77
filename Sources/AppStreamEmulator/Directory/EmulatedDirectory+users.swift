package import AppStream
package import FoundationEssentials

extension EmulatedDirectory {
  /// `CreateUser`; with `isResend` the welcome mail of a user who is there is sent again, which changes nothing.
  package mutating func createUser(_ user: EmulatedUser, isResend: Bool = false) throws(EmulatedRefusal) {
    guard user.authenticationType == .userpool else {
      throw .invalidValue("Cannot create a user with '\(user.authenticationType)' authentication type")
    }
    let key = UserKey(user.userName, user.authenticationType)
    if isResend {
      _ = try self.user(user.userName, user.authenticationType)
      return
    }
    guard users[key] == nil else { throw .alreadyExists("The user already exists.") }
    if let quota = rules.userQuota, userCount >= quota {
      throw .limitExceeded("You have reached the maximum number of users (\(quota)) for your account.")
    }
    users[key] = user
  }

  /// `DeleteUser`; the associations go too, unless ``EmulatorRules/deletedUserKeepsAssociations``.
  package mutating func deleteUser(
    _ name: String,
    _ type: AuthenticationType,
    at now: Date
  ) throws(EmulatedRefusal) {
    _ = try user(name, type)
    let key = UserKey(name, type)
    if !rules.deletedUserKeepsAssociations {
      for stack in associations.stacks(of: key) {
        let identity = Association(stackName: stack, userName: name, authenticationType: type)
        associations.remove(identity, lag: rules.lag, at: now)
      }
    }
    users[key] = nil
  }

  /// `EnableUser` and `DisableUser`; the associations stay as they are.
  package mutating func setUser(
    _ name: String,
    _ type: AuthenticationType,
    isEnabled: Bool
  ) throws(EmulatedRefusal) {
    var user = try user(name, type)
    user.isEnabled = isEnabled
    users[UserKey(name, type)] = user
  }

  /// `DescribeUsers`, up to `limit` users a page.
  package func userPage(
    _ type: AuthenticationType,
    from position: Int,
    limit: Int? = nil
  ) -> EmulatedPage<EmulatedUser> {
    let limit = limit.map { min($0, rules.usersPerPage) } ?? rules.usersPerPage
    let page = users.page(from: position, limit: limit) { $0.authenticationType == type }
    return EmulatedPage(elements: page.values, next: page.next)
  }

  /// The user called `name`, in exactly this case.
  package func user(_ name: String, _ type: AuthenticationType) throws(EmulatedRefusal) -> EmulatedUser {
    guard let user = users[UserKey(name, type)] else { throw .resourceNotFound("The user does not exist.") }
    return user
  }
}
