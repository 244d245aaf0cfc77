import AppStream
import FoundationEssentials
import PlainText
import SeededNumbers

/// What an emulator remembers between two lives, as JSON.
///
/// `{"v": 1, "stacks": […], "users": […], "associations": […], "changes": […]}`, where all lists may be left out.
/// Stacks, users and associations have the service's member names. A stack needs `Name`, a user `UserName`, an
/// association `StackName` and `UserName`; the rest may be left out. Times are seconds since 1970, as the service has
/// them. `changes` is what was applied, when, by which call of whom; it is kept when it is read, and added to.
package struct StateFile: Sendable {
  /// The stacks, users and associations.
  package var directory: EmulatedDirectory
  /// What was changed, in order.
  package var changes: [AppliedChange]

  private static let kind = "state file"

  /// Makes the state of a service.
  package init(directory: EmulatedDirectory, changes: [AppliedChange]) {
    self.directory = directory
    self.changes = changes
  }

  /// Reads a file's bytes.
  package init(parsing bytes: [UInt8]) throws(EmulatorFileError) {
    let records: StateRecords
    do {
      let decoder = JSONDecoder()
      decoder.dateDecodingStrategy = .secondsSince1970
      records = try decoder.decodeForeign(StateRecords.self, from: Data(bytes))
    } catch {
      throw EmulatorFileError(file: Self.kind, problem: StateRecords.problem(error))
    }
    guard records.v == 1 else {
      throw EmulatorFileError(file: Self.kind, problem: "its version is \(records.v), and only 1 is known")
    }
    directory = EmulatedDirectory()
    // Only those without an id of their own get one from here, and the same one each time.
    var random = SeededGenerator(1)
    for record in records.stacks ?? [] { directory.stacks[ExactText(record.stack.name)] = record.stack }
    for record in records.users ?? [] {
      let user = record.user(newID: random.uuid())
      directory.users[UserKey(user.userName, user.authenticationType)] = user
    }
    for record in records.associations ?? [] { directory.associations.insert(record.association) }
    changes = (records.changes ?? []).map(\.change)
  }

  /// How many users and associations it holds.
  package var size: Int { directory.userCount + directory.allAssociations.count }

  /// The file's bytes.
  package func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .secondsSince1970
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(
      try encoder.encode(
        StateRecords(
          v: 1,
          stacks: directory.allStacks.map { StackRecord($0) },
          users: directory.allUsers.map { UserRecord($0) },
          associations: directory.allAssociations.map { AssociationRecord($0) },
          changes: changes.map { ChangeRecord($0) }
        )
      )
    )
  }
}
