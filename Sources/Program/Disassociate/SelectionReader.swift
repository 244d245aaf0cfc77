import AWSClientCore
import AppStream
import PlainText
import Runs

/// Reads from the service what a selection needs, and makes the selection.
struct SelectionReader {
  /// A selection, and how sure it is.
  struct Result {
    var selection: Selection
    /// How many stacks could not be read to their end.
    var stacksNotRead = 0
    /// What a removal of it means for the people, in sentences.
    var remarks: [Line] = []
  }

  /// What was read for a selection.
  private struct Rows {
    var associations: [Association]
    var failures: [ListFailure] = []
    /// Whether the people concerned were asked for by name, so that nothing of theirs is missing.
    var isOfPeople = false
  }

  private let session: Session

  init(_ session: Session) {
    var session = session
    session.isThorough = true
    self.session = session
  }

  /// Makes the selection.
  ///
  /// - Throws: ``CommandFailure`` when a stack is not there, when somebody to keep is nobody, or when something could
  ///   not be read and the selection may therefore miss somebody.
  func read(_ selectors: Selectors) async throws -> Result {
    switch selectors.kind {
    case .listed(let associations, let ignoresCase):
      return try await listed(associations, ignoresCase, selectors)
    case .plan:
      preconditionFailure("a plan file is its own selection")
    case .matching(let request):
      return try await matching(request, selectors)
    }
  }

  /// Looks whether the listed stacks and users are there; whether a pair is shows at the check, right before sending.
  private func listed(
    _ listed: [SourcedAssociation],
    _ ignoresCase: Bool,
    _ selectors: Selectors
  ) async throws -> Result {
    guard !listed.isEmpty else { return Result(selection: Selection()) }
    let estate = EstateBox()
    let people = ListedPeople(listed, session)
    _ = try await AssociationReading.stacks(people.stacks, session, estate)
    let sight = await people.look(estate)
    try accept(sight.failures, selectors)
    let selection = Selection.select(
      listed,
      among: sight.associations,
      knownUsers: sight.known,
      ignoresCase: ignoresCase
    )
    return Result(selection: selection, stacksNotRead: sight.failures.count)
  }

  private func matching(_ request: SelectionRequest, _ selectors: Selectors) async throws -> Result {
    let estate = EstateBox()
    let stacks = try await AssociationReading.stacks(request.stacks, session, estate)
    if request.addresses != nil || selectors.kept != nil { await session.reader.readUsers { estate.apply($0) } }
    let pool = estate.value.userList.isComplete ? estate.value.users.compactMap(\.userName) : nil
    let read = try await associations(of: pool.flatMap(request.people), on: stacks, estate)
    try accept(read.failures, selectors)
    let isAccountRead = read.failures.isEmpty && (request.stacks.isEmpty || read.isOfPeople)
    var selection = Selection.select(
      request,
      among: read.associations,
      knownUsers: pool,
      isAccountRead: isAccountRead
    )
    if let kept = selectors.kept {
      do throws(KeepListError) {
        selection = try selection.leavingOut(
          kept.addresses,
          among: read.associations,
          knownUsers: pool,
          sources: kept.sources
        )
      } catch {
        throw CommandFailure(.refused, error.sentence, isUnsent: true)
      }
    }
    let remarks = PlanRemarks(
      removing: selection.associations,
      from: read.associations,
      isComplete: isAccountRead,
      othersLike: LookAlikes(read.associations.map(\.userName) + (pool ?? [])).others(like:)
    )
    return Result(selection: selection, stacksNotRead: read.failures.count, remarks: remarks.lines)
  }

  /// All associations of `people`, or those on the stacks, whichever takes fewer calls.
  ///
  /// Where stacks cannot be read, the people are asked for by name: what is known of each of them is then complete.
  private func associations(
    of people: [String]?,
    on stacks: AssociationReading.StackList,
    _ estate: EstateBox
  ) async throws -> Rows {
    if let people, people.count < stacks.names.count, let found = await associations(ofUsers: people) {
      return Rows(associations: found, isOfPeople: true)
    }
    let failures = stacks.failures + (await AssociationReading.readRows(of: stacks.names, session, estate))
    let read = estate.value.associations.map(\.identity)
    guard !failures.isEmpty, let people, let found = await associations(ofUsers: people) else {
      return Rows(associations: read, failures: failures)
    }
    return Rows(associations: Set(read).union(found).sorted(), isOfPeople: true)
  }

  /// `nil` when one of the people could not be asked for: the stacks then have to say what they know.
  private func associations(ofUsers people: [String]) async -> [Association]? {
    do throws(ServiceError) {
      return try await session.reader.associations(ofUsers: people)
    } catch {
      session.process.say("The people could not be asked for by name, so the stacks are read. \(error)")
      return nil
    }
  }

  private func accept(_ failures: [ListFailure], _ selectors: Selectors) throws {
    guard let failure = failures.first else { return }
    guard selectors.allowsPartial else {
      throw CommandFailure.unsent(
        .unavailable,
        "\(failure.sentence) \(Self.count(failures.count)) not read, so the selection may miss somebody.",
        next: "Try again, or accept that with --allow-partial."
      )
    }
    for failure in failures { session.process.say("appstream-console: \(failure.sentence)") }
  }

  private static func count(_ stacks: Int) -> Line {
    stacks == 1 ? "1 stack was" : "\(stacks) stacks were"
  }
}
