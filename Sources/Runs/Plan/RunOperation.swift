/// What a run does to every one of its entries.
public enum RunOperation: String, Sendable, Hashable, Codable {
  /// Takes users off stacks (`BatchDisassociateUserStack`).
  case disassociate
  /// Puts users on stacks (`BatchAssociateUserStack`): how a run is undone.
  case associate
}
