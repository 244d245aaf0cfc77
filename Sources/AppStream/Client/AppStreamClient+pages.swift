public import AWSClientCore

extension AppStreamClient {
  /// All stacks, page by page.
  public var stackPages: PageSequence<Stack> {
    PageSequence(of: "DescribeStacks", describeStacks(nil))
  }

  /// All users of `type`, page by page.
  public func userPages(_ type: AuthenticationType = .userpool) -> PageSequence<User> {
    PageSequence(of: "DescribeUsers", describeUsers(type))
  }

  /// The associations that `filter` asks for, page by page.
  public func associationPages(_ filter: AssociationFilter) -> PageSequence<UserStackAssociation> {
    PageSequence(of: "DescribeUserStackAssociations", describeUserStackAssociations(filter))
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
