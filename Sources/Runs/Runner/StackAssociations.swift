import AWSClientCore
import AppStream

/// Reads associations of one stack.
struct StackAssociations: Sendable {
  private let client: AppStreamClient
  private let name: String

  init(of name: String, _ client: AppStreamClient) {
    self.client = client
    self.name = name
  }

  /// All of them, or just `one` where it is there, and how many calls that took; none when the stack itself is gone,
  /// which only the list of stacks can say.
  func read(_ one: Association? = nil) async throws(ServiceError) -> (there: Set<Association>, calls: Int) {
    do throws(ServiceError) {
      return try await pages(one.map { .association($0) } ?? .stack(name))
    } catch {
      guard case .resourceNotFound? = error.appStreamRefusal else { throw error }
      guard try await isStackThere() else { return ([], 1) }
      // It is the user that was not found, which says nothing of associations that outlive their user.
      guard let one else { throw error }
      let (there, calls, _) = try await read(provingGone: [one])
      return (there, calls)
    }
  }

  /// All of them, how many calls a reading takes, and whether no reading missed a row that is known to be there; what
  /// is not among them of `wanted` is gone for certain.
  ///
  /// A page token may be no more than a number of rows: when others remove some between two pages, as many rows are on
  /// neither page. So what several pages did not show is asked for by itself, or, where the service cannot be asked for
  /// it or that would take more calls than all readings, counts as gone once two readings in a row are the same.
  ///
  /// - Throws: ``ServiceError``; one of them says that the list kept changing.
  func read(
    provingGone wanted: [Association]
  ) async throws(ServiceError) -> (there: Set<Association>, calls: Int, isWhole: Bool) {
    let first = try await read()
    guard first.calls > 1 else { return (first.there, first.calls, true) }
    let missing = wanted.filter { !first.there.contains($0) }
    if missing.count > EstateReader.readings * first.calls,
      let all = try await readAgain(after: first.there, knowing: first.there, finding: missing)
    {
      return (all.there, first.calls, all.isWhole)
    }
    var there = first.there
    var unproved: [Association] = []
    for one in missing {
      switch try await isThere(one) {
      case true?: there.insert(one)
      case false?: break
      case nil: unproved.append(one)
      }
    }
    guard let all = try await readAgain(after: first.there, knowing: there, finding: unproved) else {
      throw .listKeepsChanging(operation: EstateReader.associations)
    }
    return (all.there, first.calls, all.isWhole)
  }

  /// Reads all of them again until each of `unproved` was seen or two readings in a row are the same; `nil` when that
  /// does not come about.
  ///
  /// - Parameters:
  ///   - first: What the first reading showed.
  ///   - known: What is known to be there, with what was found besides.
  /// - Returns: What is there, and whether the last reading missed none of it.
  private func readAgain(
    after first: Set<Association>,
    knowing known: Set<Association>,
    finding unproved: [Association]
  ) async throws(ServiceError) -> (there: Set<Association>, isWhole: Bool)? {
    var (there, last) = (known, first)
    for _ in 1..<EstateReader.readings {
      if unproved.allSatisfy(there.contains) { return (there, there.count == first.count) }
      let again = try await read().there
      there.formUnion(again)
      if again == last { return (there, there.count == again.count) }
      last = again
    }
    return nil
  }

  /// Whether the stack itself is there.
  ///
  /// When others delete stacks between two pages of the list, one that is there may be on neither, so what several
  /// pages did not show is asked for by its name.
  private func isStackThere() async throws(ServiceError) -> Bool {
    var calls = 0
    var pages = client.describeStacks.pages(nil).makeAsyncIterator()
    while let page = try await pages.next() {
      if page.contains(where: { $0.name == name }) { return true }
      calls += 1
    }
    guard calls > 1 else { return false }
    do throws(ServiceError) {
      return try await client.describeStacks.page([name]).elements.contains { $0.name == name }
    } catch {
      guard case .resourceNotFound? = error.appStreamRefusal else { throw error }
      return false
    }
  }

  /// Whether `one` is there; `nil` where the service cannot be asked for it by itself.
  ///
  /// Only users of the user pool can be asked for by name (DescribeUserStackAssociations, `AuthenticationType`), and
  /// one who is no longer in it may still be associated.
  private func isThere(_ one: Association) async throws(ServiceError) -> Bool? {
    guard one.authenticationType == .userpool else { return nil }
    do throws(ServiceError) {
      return try await pages(.association(one)).there.contains(one)
    } catch {
      guard case .resourceNotFound? = error.appStreamRefusal else { throw error }
      return nil
    }
  }

  private func pages(
    _ filter: AssociationFilter
  ) async throws(ServiceError) -> (there: Set<Association>, calls: Int) {
    var there: Set<Association> = []
    var calls = 0
    var pages = client.describeUserStackAssociations.pages(filter).makeAsyncIterator()
    while let page = try await pages.next() {
      there.formUnion(page.map(\.identity))
      calls += 1
    }
    return (there, calls)
  }
}
