import AWSClientCore
import AppStream
import PlainText
import Runs

/// Finds out which people on a list of associations are somebody, in few calls.
///
/// Whoever was seen is there. Whoever was not may only have been missed, so lists of several pages are read until two
/// readings agree before anybody counts as nobody.
struct ListedPeople {
  /// What was seen of them.
  struct Sight {
    /// Names that somebody has: everybody's on the list, or all of the user pool; `nil` where that could not be read.
    var known: [String]?
    /// The associations of the stacks, where not everybody was seen.
    var associations: [Association] = []
    /// The stacks that could not be read, where somebody might be on them alone.
    var failures: [ListFailure] = []
  }

  let session: Session
  /// The stacks that the list names.
  let stacks: [String]
  /// The people that it names.
  let names: [String]

  /// Makes the people of `listed`.
  init(_ listed: [SourcedAssociation], _ session: Session) {
    self.session = session
    stacks = Set(listed.map(\.association.stackName)).sorted()
    names = Set(listed.map { ExactText($0.association.userName) }).map(\.text)
  }

  /// Reads what shows them into `estate`.
  ///
  /// A pool of one page takes one call. A longer one is read page after page, so the stacks go first, which are read
  /// side by side; and somebody who is in no pool may still be on a stack.
  func look(_ estate: EstateBox) async -> Sight {
    let everybody = Sight(known: names)
    await readFirstUsers(estate)
    if areSeen(in: estate) { return everybody }
    _ = await AssociationReading.readRows(of: stacks, session.readingOnce, estate)
    if areSeen(in: estate) { return everybody }
    await session.reader.readUsers { estate.apply($0) }
    if areSeen(in: estate) { return everybody }
    let failures = await AssociationReading.readRows(of: stacks, session, estate)
    if areSeen(in: estate) { return everybody }
    let read = estate.value
    return Sight(
      known: read.userList.isComplete ? read.users.compactMap(\.userName) : nil,
      associations: read.associations.map(\.identity),
      failures: failures
    )
  }

  private func areSeen(in estate: EstateBox) -> Bool {
    let read = estate.value
    return names.allSatisfy(read.isKnown)
  }

  /// Reads the first page of the pool; one that cannot be read is asked for again when it has to be.
  private func readFirstUsers(_ estate: EstateBox) async {
    do throws(ServiceError) {
      estate.apply(.users(try await session.client.describeUsers.page(.userpool).elements))
    } catch {
      return
    }
  }
}
