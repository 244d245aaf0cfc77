/// The operations that user pools need, each one a value, so that a test replaces just those it needs.
public struct Operations: Sendable {
  /// `DescribeStacks`: all stacks, or those of the given names.
  ///
  /// A name that is not there is a refusal with the code `ResourceNotFoundException`.
  public var describeStacks: ListOperation<[String]?, Stack>
  /// `DescribeUsers`: the users of one authentication type.
  public var describeUsers: ListOperation<AuthenticationType, User>
  /// `DescribeUserStackAssociations`: those of a stack, of a user, or of both.
  public var describeUserStackAssociations: ListOperation<AssociationFilter, UserStackAssociation>
  /// `BatchDisassociateUserStack`.
  public var batchDisassociateUserStack: BatchOperation
  /// `BatchAssociateUserStack`.
  public var batchAssociateUserStack: BatchOperation

  /// Makes operations of the functions that perform them.
  ///
  /// - Parameters:
  ///   - describeStacks: Gives the page of `DescribeStacks` that a token leads to.
  ///   - describeUsers: The same of `DescribeUsers`.
  ///   - describeUserStackAssociations: The same of `DescribeUserStackAssociations`.
  ///   - batchDisassociateUserStack: Sends a batch to `BatchDisassociateUserStack`, once.
  ///   - batchAssociateUserStack: Sends a batch to `BatchAssociateUserStack`, once.
  public init(
    describeStacks: @escaping ListOperation<[String]?, Stack>.Read,
    describeUsers: @escaping ListOperation<AuthenticationType, User>.Read,
    describeUserStackAssociations: @escaping ListOperation<AssociationFilter, UserStackAssociation>.Read,
    batchDisassociateUserStack: @escaping BatchOperation.Send,
    batchAssociateUserStack: @escaping BatchOperation.Send
  ) {
    self.describeStacks = ListOperation("DescribeStacks", describeStacks)
    self.describeUsers = ListOperation("DescribeUsers", describeUsers)
    self.describeUserStackAssociations = ListOperation(
      "DescribeUserStackAssociations",
      describeUserStackAssociations
    )
    self.batchDisassociateUserStack = BatchOperation("BatchDisassociateUserStack", batchDisassociateUserStack)
    self.batchAssociateUserStack = BatchOperation("BatchAssociateUserStack", batchAssociateUserStack)
  }
}

/// Which associations to list; the service wants a stack, a user, or both.
public enum AssociationFilter: Sendable, Hashable {
  /// Everybody on the stack of this name.
  case stack(String)
  /// Every stack of this user.
  case user(String, AuthenticationType)
  /// This one association, if it is there.
  case association(Association)
}
