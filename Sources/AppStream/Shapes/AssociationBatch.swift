/// As many associations as one call takes: 1 through 25.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_BatchDisassociateUserStack.html
public struct AssociationBatch: Sendable, Equatable {
  /// The most that the service takes in one call.
  public static let limit = 25

  /// The associations, in order of sending.
  public let associations: [UserStackAssociation]

  /// Makes a batch, or `nil` when `associations` is empty or too long.
  public init?(_ associations: [UserStackAssociation]) {
    guard (1...Self.limit).contains(associations.count) else { return nil }
    self.associations = associations
  }
}
