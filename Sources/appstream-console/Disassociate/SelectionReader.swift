import AWSClientCore
import AppStream
import Runs

/// Reads from the service what a selection needs, and makes the selection.
struct SelectionReader {
  /// A selection, and how sure it is.
  struct Result {
    var selection: Selection
    /// How many stacks could not be read to their end.
    var stacksNotRead: Int
  }

  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  /// Makes the selection.
  ///
  /// - Throws: ``CommandFailure`` when a stack is not there, or when something could not be read and the selection may
  ///   therefore miss somebody.
  func read(_ selectors: Selectors) async throws -> Result {
    switch selectors.kind {
    case .listed(let associations):
      // What is listed and not there shows at the check, right before anything is sent.
      let listed = Selection(
        associations: Set(associations).sorted(),
        unmatched: [],
        report: SelectionReport()
      )
      return Result(selection: listed, stacksNotRead: 0)
    case .matching(let request):
      return try await matching(request, selectors)
    }
  }

  private func matching(_ request: SelectionRequest, _ selectors: Selectors) async throws -> Result {
    let estate = EstateBox()
    let failures = try await AssociationReading.read(request.stacks, session, estate)
    if let failure = failures.first, !selectors.allowsPartial {
      throw CommandFailure(
        .unavailable,
        "\(failure.sentence) \(Self.count(failures.count)) not read, so the selection may miss somebody. Nothing was "
          + "sent. Try again, or accept that with --allow-partial."
      )
    }
    for failure in failures { StandardError.line("appstream-console: \(failure.sentence.visible)") }
    if request.addresses != nil { await session.reader.readUsers { estate.apply($0) } }
    let value = estate.value
    let selection = Selection.select(
      request,
      among: value.associations.map(\.identity),
      knownUsers: value.userList.isComplete ? value.users.compactMap(\.userName) : nil
    )
    return Result(selection: selection, stacksNotRead: failures.count)
  }

  private static func count(_ stacks: Int) -> String {
    stacks == 1 ? "1 stack was" : "\(stacks) stacks were"
  }
}
