public import AWSClientCore

/// An operation that changes the associations of a batch.
public struct BatchOperation: Sendable {
  /// Sends one batch, once.
  ///
  /// An item that is not in the response's errors succeeded.
  public typealias Send =
    @Sendable (_ batch: AssociationBatch) async throws(ServiceError) -> ServiceResponse<[UserStackAssociationError]>

  /// What the service calls it.
  public let name: String
  private let send: Send

  /// Makes the operation called `name`, sent with `send`.
  public init(_ name: String, _ send: @escaping Send) {
    self.name = name
    self.send = send
  }

  /// Sends `batch`, once, and gives the items that were not done.
  ///
  /// - Throws: ``ServiceError``; unless it is a refusal, the batch may have been done all the same.
  public func callAsFunction(
    _ batch: AssociationBatch
  ) async throws(ServiceError) -> ServiceResponse<[UserStackAssociationError]> {
    try await send(batch)
  }
}
