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
  /// which only a full list of stacks can say.
  func read(_ one: Association? = nil) async throws(ServiceError) -> (there: Set<Association>, calls: Int) {
    do throws(ServiceError) {
      var there: Set<Association> = []
      var calls = 0
      var pages = client.associationPages(one.map { .association($0) } ?? .stack(name)).makeAsyncIterator()
      while let page = try await pages.next() {
        there.formUnion(page.map(\.identity))
        calls += 1
      }
      return (there, calls)
    } catch {
      guard case .resourceNotFound? = error.appStreamRefusal else { throw error }
      let stacks = try await client.stackPages.all()
      guard stacks.contains(where: { $0.name == name }) else { return ([], 1) }
      // It is the user that was not found, which says nothing of associations that outlive their user.
      guard one != nil else { throw error }
      return try await read()
    }
  }
}
