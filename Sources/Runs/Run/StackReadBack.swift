import AWSClientCore
import AppStream

/// Looks for entries of one stack in the service.
struct StackReadBack: Sendable {
  let client: AppStreamClient

  /// Reads `order`'s stack and says which of its entries are there; a read that failed says nothing of any.
  ///
  /// - Parameter pause: Waits for as long as it is told, or says `false` when the run has ended meanwhile. A service that
  ///   asks for fewer calls is asked again after such a wait: being slowed is no reason not to know.
  func read(
    _ order: ReadOrder,
    _ entries: [Association],
    spread: @Sendable () -> Double,
    pause: (Duration) async -> Bool
  ) async -> RunRecord {
    var pace = Pace()
    while true {
      do throws(ServiceError) {
        let there = try await associations(of: order.stack, filter(order, entries))
        return .observed(
          stack: order.stack,
          present: order.entries.filter { there.contains(entries[$0]) },
          gone: order.entries.filter { !there.contains(entries[$0]) },
          unreadable: []
        )
      } catch {
        guard case .refused(let refusal) = error, refusal.kind == .throttled,
          await pause(pace.throttled(spread: spread()))
        else { return .observed(stack: order.stack, present: [], gone: [], unreadable: order.entries) }
      }
    }
  }

  /// One entry is asked for by itself, which takes one call however many people the stack has.
  private func filter(_ order: ReadOrder, _ entries: [Association]) -> AssociationFilter {
    if order.entries.count == 1, let index = order.entries.first {
      .association(entries[index])
    } else {
      .stack(order.stack)
    }
  }

  /// The associations of a stack that `filter` asks for, or all of them; none when the stack itself is gone, which
  /// only a full list of stacks can say.
  func associations(
    of stack: String,
    _ filter: AssociationFilter? = nil
  ) async throws(ServiceError) -> Set<Association> {
    do throws(ServiceError) {
      return Set(try await client.associationPages(filter ?? .stack(stack)).all().map(\.identity))
    } catch {
      guard case .resourceNotFound? = error.appStreamRefusal else { throw error }
      let stacks = try await client.stackPages.all()
      guard !stacks.contains(where: { $0.name == stack }) else { throw error }
      return []
    }
  }
}
