public import AWSClientCore

/// Amazon AppStream 2.0, as far as user pools go: one closure an operation, so that a test replaces just those it
/// needs.
///
/// Reads are retried by the client underneath; writes are sent exactly once.
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/Welcome.html
public struct AppStreamClient: Sendable {
  /// Gives the page of a list that `token` leads to (`nil`: the first), or throws ``ServiceError``.
  public typealias PageReader<Element: Sendable> =
    @Sendable (_ token: String?) async throws(ServiceError) -> Page<Element>
  /// Sends one batch, once.
  ///
  /// An item that is not in the answer's errors succeeded.
  public typealias BatchSender =
    @Sendable (_ batch: AssociationBatch) async throws(ServiceError) -> Answer<[UserStackAssociationError]>

  /// `DescribeStacks`: all stacks, or those of the given names.
  ///
  /// A name that is not there is a refusal with the code `ResourceNotFoundException`.
  public var describeStacks: @Sendable (_ names: [String]?) -> PageReader<Stack>
  /// `DescribeUsers`: the users of one authentication type.
  public var describeUsers: @Sendable (_ type: AuthenticationType) -> PageReader<User>
  /// `DescribeUserStackAssociations`: those of a stack, of a user, or of both.
  public var describeUserStackAssociations: @Sendable (_ of: AssociationFilter) -> PageReader<UserStackAssociation>
  /// `BatchDisassociateUserStack`.
  public var batchDisassociateUserStack: BatchSender
  /// `BatchAssociateUserStack`.
  public var batchAssociateUserStack: BatchSender

  /// Makes a client of closures.
  public init(
    describeStacks: @escaping @Sendable (_ names: [String]?) -> PageReader<Stack>,
    describeUsers: @escaping @Sendable (_ type: AuthenticationType) -> PageReader<User>,
    describeUserStackAssociations: @escaping @Sendable (_ of: AssociationFilter) -> PageReader<UserStackAssociation>,
    batchDisassociateUserStack: @escaping BatchSender,
    batchAssociateUserStack: @escaping BatchSender
  ) {
    self.describeStacks = describeStacks
    self.describeUsers = describeUsers
    self.describeUserStackAssociations = describeUserStackAssociations
    self.batchDisassociateUserStack = batchDisassociateUserStack
    self.batchAssociateUserStack = batchAssociateUserStack
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
