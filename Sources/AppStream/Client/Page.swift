public import AWSClientCore

/// One page of a list.
public struct Page<Element: Sendable>: Sendable {
  /// What is on it; an empty page is not the end of the list.
  public var elements: [Element]
  /// What the next page is asked for with; `nil` or empty at the end of the list.
  public var nextToken: String?

  /// Makes a page.
  public init(elements: [Element], nextToken: String? = nil) {
    self.elements = elements
    self.nextToken = nextToken
  }
}

/// The pages of a list, one after the other.
///
/// It ends where a page has no token for the next one. When a page fails it throws, and what was read before stays the
/// caller's; after that it is at its end.
public struct PageSequence<Item: Sendable>: AsyncSequence, Sendable {
  /// Gives the page that `token` leads to (`nil`: the first), or throws ``ServiceError``.
  public typealias Read = @Sendable (_ token: String?) async throws(ServiceError) -> Page<Item>

  private let operation: String
  private let read: Read

  /// Makes the pages of `operation`, each read with `read`.
  public init(of operation: String, _ read: @escaping Read) {
    self.operation = operation
    self.read = read
  }

  /// Begins at the first page; nothing is read before it is asked for.
  public func makeAsyncIterator() -> Iterator {
    Iterator(operation: operation, read: read)
  }

  /// Reads a page a step.
  public struct Iterator: AsyncIteratorProtocol {
    private enum Step {
      case read(token: String?)
      case fail(ServiceError)
      case end
    }

    private let operation: String
    private let read: Read
    private var step = Step.read(token: nil)
    private var seen: Set<String> = []

    fileprivate init(operation: String, read: @escaping Read) {
      self.operation = operation
      self.read = read
    }

    /// The items of the next page, or `nil` at the end of the list.
    ///
    /// - Throws: ``ServiceError`` when the page cannot be read. When the service repeats a token, the page that came
    ///   with it is given first, and the step after it throws.
    public mutating func next() async throws(ServiceError) -> [Item]? {
      let current = step
      step = .end
      switch current {
      case .end:
        return nil
      case .fail(let error):
        throw error
      case .read(let token):
        let page = try await read(token)
        if let next = page.nextToken, !next.isEmpty {
          let isNew = seen.insert(next).inserted
          step = isNew ? .read(token: next) : .fail(.repeatedPageToken(operation: operation))
        }
        return page.elements
      }
    }

    /// The items of the next page, as ``next()`` gives them.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(ServiceError) -> [Item]? {
      try await next()
    }
  }
}

extension PageSequence {
  /// Everything on all pages.
  ///
  /// - Throws: ``ServiceError`` when a page cannot be read; use the pages themselves to keep those before it.
  public func all() async throws(ServiceError) -> [Item] {
    var elements: [Item] = []
    var iterator = makeAsyncIterator()
    while let page = try await iterator.next() { elements += page }
    return elements
  }
}
