import AWSClientCore
public import FoundationEssentials

/// Reads an account's stacks, associations and users, and says what it read as ``EstateEvent``s.
public struct EstateReader: Sendable {
  /// So often a list of several pages is read, at most, until two readings in a row agree.
  package static let readings = 6

  let client: AppStreamClient
  private let now: @Sendable () -> Date
  private let isThorough: Bool

  /// Makes a reader.
  ///
  /// A page token may be no more than a number of rows: when others remove some between two pages, as many rows are on
  /// neither page.
  ///
  /// - Parameters:
  ///   - client: The service.
  ///   - isThorough: Whether a list of several pages is read again until two readings agree, so that nobody is missing;
  ///     what any of them has shown is reported.
  ///   - now: Dates what was read.
  public init(client: AppStreamClient, isThorough: Bool = false, now: @escaping @Sendable () -> Date) {
    self.client = client
    self.isThorough = isThorough
    self.now = now
  }

  /// Reads the list of stacks.
  public func readStacks(_ report: @Sendable (EstateEvent) async -> Void) async {
    await report(.stackListStarted)
    let failure = await pages(of: client.describeStacks.pages(nil), "DescribeStacks", \.name, isThorough: isThorough) {
      page in
      await report(.stacks(page))
    }
    await report(.stackListEnded(failure, at: now()))
  }

  /// Reads the list of user-pool users.
  public func readUsers(_ report: @Sendable (EstateEvent) async -> Void) async {
    await report(.userListStarted)
    let failure = await pages(
      of: client.describeUsers.pages(.userpool),
      "DescribeUsers",
      \.userName,
      isThorough: isThorough
    ) { page in
      await report(.users(page))
    }
    await report(.userListEnded(failure, at: now()))
  }

  /// Reads the associations of one stack.
  ///
  /// - Parameter wanted: Rows that must not count as gone while they are there: those that several pages do not show
  ///   are looked for by themselves, or the stack is read until two readings agree where that is not possible or takes
  ///   more calls.
  public func readAssociations(
    of stack: String,
    provingGone wanted: [Association] = [],
    _ report: @Sendable (EstateEvent) async -> Void
  ) async {
    await report(.associationsStarted(stack: stack))
    let list = client.describeUserStackAssociations.pages(.stack(stack))
    var (missing, calls) = (isThorough ? [] : Set(wanted), 0)
    var failure = await pages(of: list, Self.associations, \.identity, isThorough: isThorough) { page in
      if !missing.isEmpty { missing.subtract(page.lazy.map(\.identity)) }
      calls += 1
      await report(.associations(stack: stack, page))
    }
    if failure == nil, calls > 1, !missing.isEmpty {
      let missing = wanted.filter(missing.contains)
      failure = await find(missing, of: list, on: stack, calls: calls) { await report(.associations(stack: stack, $0)) }
    }
    await report(.associationsEnded(stack: stack, failure, at: now()))
  }

  /// Takes those of `missing`, which `calls` pages of `list` did not show, that are there all the same.
  private func find(
    _ missing: [Association],
    of list: PageSequence<UserStackAssociation>,
    on stack: String,
    calls: Int,
    _ take: ([UserStackAssociation]) async -> Void
  ) async -> ServiceError? {
    do throws(ServiceError) {
      // Only users of the user pool can be asked for by name (DescribeUserStackAssociations, `AuthenticationType`).
      if missing.count <= calls, missing.allSatisfy({ $0.authenticationType == .userpool }) {
        for one in missing { await take(try await client.describeUserStackAssociations.pages(.association(one)).all()) }
        return nil
      }
    } catch {
      // One who is no longer in the pool may still be on the stack.
      guard case .resourceNotFound? = error.appStreamRefusal else { return error }
    }
    return await pages(of: list, Self.associations, \.identity, isThorough: true, take)
  }

  /// Reads the associations of several stacks, in this order and `ReadGate.limit` at a time.
  public func readAssociations(
    of stacks: [String],
    _ report: @escaping @Sendable (EstateEvent) async -> Void
  ) async {
    _ = await stacks.readEach { await readAssociations(of: $0, report) }
  }

  /// Reads `sequence` to its end, and again where that is to be thorough.
  func pages<Item: Sendable, Key: Hashable>(
    of sequence: PageSequence<Item>,
    _ operation: String,
    _ key: (Item) -> Key,
    isThorough: Bool,
    _ take: ([Item]) async -> Void
  ) async -> ServiceError? {
    var last: Set<Key>?
    for _ in 0..<Self.readings {
      var iterator = sequence.makeAsyncIterator()
      var keys: Set<Key> = []
      var calls = 0
      do throws(ServiceError) {
        while let page = try await iterator.next() {
          await take(page)
          if isThorough { keys.formUnion(page.lazy.map(key)) }
          calls += 1
        }
      } catch {
        return error
      }
      guard isThorough, calls > 1, keys != last else { return nil }
      last = keys
    }
    return .listKeepsChanging(operation: operation)
  }

  package static let associations = "DescribeUserStackAssociations"
}
