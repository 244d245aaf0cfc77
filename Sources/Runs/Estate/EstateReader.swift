import AWSClientCore
public import AppStream
public import FoundationEssentials

/// Reads an account's stacks, associations and users, and says what it read as ``EstateEvent``s.
public struct EstateReader: Sendable {
  /// How many reads the service is asked for at once; it is shared with everybody else in the account.
  public static let readsInFlight = 4

  let client: AppStreamClient
  private let now: @Sendable () -> Date

  /// Makes a reader; `now` dates what was read.
  public init(client: AppStreamClient, now: @escaping @Sendable () -> Date) {
    self.client = client
    self.now = now
  }

  /// Reads the list of stacks.
  public func readStacks(_ report: @Sendable (EstateEvent) async -> Void) async {
    await report(.stackListStarted)
    let failure = await pages(of: client.stackPages) { page in await report(.stacks(page)) }
    await report(.stackListEnded(failure, at: now()))
  }

  /// Reads the list of user-pool users.
  public func readUsers(_ report: @Sendable (EstateEvent) async -> Void) async {
    await report(.userListStarted)
    let failure = await pages(of: client.userPages()) { page in await report(.users(page)) }
    await report(.userListEnded(failure, at: now()))
  }

  /// Reads the associations of one stack.
  public func readAssociations(of stack: String, _ report: @Sendable (EstateEvent) async -> Void) async {
    await report(.associationsStarted(stack: stack))
    let failure = await pages(of: client.associationPages(.stack(stack))) { page in
      await report(.associations(stack: stack, page))
    }
    await report(.associationsEnded(stack: stack, failure, at: now()))
  }

  /// Reads the associations of several stacks, in this order and ``readsInFlight`` at a time.
  public func readAssociations(
    of stacks: [String],
    _ report: @escaping @Sendable (EstateEvent) async -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      for (position, stack) in stacks.enumerated() {
        if position >= Self.readsInFlight { await group.next() }
        group.addTask { await readAssociations(of: stack, report) }
      }
    }
  }

  private func pages<Item: Sendable>(
    of sequence: PageSequence<Item>,
    _ take: ([Item]) async -> Void
  ) async -> ServiceError? {
    var iterator = sequence.makeAsyncIterator()
    do throws(ServiceError) {
      while let page = try await iterator.next() { await take(page) }
      return nil
    } catch {
      return error
    }
  }
}
