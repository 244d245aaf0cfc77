/// Amazon AppStream 2.0, as far as user pools go.
///
/// Its operations are those of ``Operations``, each called as a member of the client, as in
/// `client.describeStacks.pages(nil)`.
/// Reads are retried by the client underneath; writes are sent exactly once.
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/Welcome.html
@dynamicMemberLookup
public struct AppStreamClient: Sendable {
  private let operations: Operations
  private let gate: ReadGate?

  /// Makes a client of operations.
  ///
  /// - Parameter gate: Through which every read goes, whoever asks for it; `nil` for none. Writes do not wait there.
  public init(_ operations: Operations, reading gate: ReadGate? = nil) {
    self.operations = operations
    self.gate = gate
  }

  /// This client with its reads behind `gate`.
  public func reading(through gate: ReadGate) -> AppStreamClient {
    AppStreamClient(operations, reading: gate)
  }

  /// An operation that lists, behind the client's gate.
  public subscript<Input: Sendable, Item: Sendable>(
    dynamicMember operation: KeyPath<Operations, ListOperation<Input, Item>>
  ) -> ListOperation<Input, Item> {
    operations[keyPath: operation].reading(through: gate)
  }

  /// An operation that changes associations.
  public subscript(dynamicMember operation: KeyPath<Operations, BatchOperation>) -> BatchOperation {
    operations[keyPath: operation]
  }
}
