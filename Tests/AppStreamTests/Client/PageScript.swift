import AWSClientCore
import AppStream
import Synchronization

/// Prepared pages of numbers, and the tokens that they were asked for with.
final class PageScript: Sendable {
  typealias Step = Result<Page<Int>, ServiceError>

  private let state: Mutex<(steps: [Step], tokens: [String?])>

  init(_ steps: [Step]) {
    state = Mutex((steps, []))
  }

  /// The tokens asked with, in order; `nil` asks for the first page.
  var tokens: [String?] { state.withLock(\.tokens) }

  var pages: PageSequence<Int> {
    PageSequence(of: "DescribeStacks") { token async throws(ServiceError) in
      let step = self.state.withLock { state -> Step in
        state.tokens.append(token)
        return state.steps.isEmpty ? .failure(.cancelled(operation: "no page left")) : state.steps.removeFirst()
      }
      return try step.get()
    }
  }

  static func page(_ elements: [Int], next: String? = nil) -> Step {
    .success(Page(elements: elements, nextToken: next))
  }
}
