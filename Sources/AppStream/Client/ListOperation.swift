public import AWSClientCore

/// An operation that lists, page by page, and changes nothing.
public struct ListOperation<Input: Sendable, Item: Sendable>: Sendable {
  /// Gives the page of the list of `input` that `token` leads to (`nil`: the first), or throws ``ServiceError``.
  public typealias Read =
    @Sendable (_ input: Input, _ token: String?) async throws(ServiceError) -> Page<Item>

  /// What the service calls it.
  public let name: String
  private let read: Read
  private var gate: ReadGate?

  /// Makes the operation called `name`, a page of which is read with `read`.
  public init(_ name: String, _ read: @escaping Read) {
    self.name = name
    self.read = read
  }

  /// One page of the list of `input`: the first, or the one that `token` leads to.
  public func page(_ input: Input, after token: String? = nil) async throws(ServiceError) -> Page<Item> {
    guard let gate else { return try await read(input, token) }
    await gate.enter()
    let result: Result<Page<Item>, ServiceError>
    do throws(ServiceError) {
      result = .success(try await read(input, token))
    } catch {
      result = .failure(error)
    }
    await gate.leave()
    return try result.get()
  }

  /// All pages of the list of `input`, one after the other.
  public func pages(_ input: Input) -> PageSequence<Item> {
    PageSequence(of: name) { token async throws(ServiceError) in try await page(input, after: token) }
  }

  /// The same, each page of which waits for its turn at `gate`.
  func reading(through gate: ReadGate?) -> Self {
    var gated = self
    gated.gate = gate
    return gated
  }
}
