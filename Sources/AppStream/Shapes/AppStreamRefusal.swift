public import AWSClientCore

/// AppStream's whole-call refusals that its user operations are documented to give, and everything else.
///
/// https://docs.aws.amazon.com/appstream2/latest/APIReference/API_BatchDisassociateUserStack.html
public enum AppStreamRefusal: Sendable, Equatable {
  /// `OperationNotPermittedException`: the account or the stack does not allow the operation.
  case operationNotPermitted(Refusal)
  /// `InvalidParameterCombinationException`: the request's members do not go together.
  case invalidParameterCombination(Refusal)
  /// `ResourceNotFoundException`: a stack or user that the request names is not there.
  case resourceNotFound(Refusal)
  /// Any other code, kept as it is.
  case other(Refusal)

  /// Tells a refusal by its code.
  public init(_ refusal: Refusal) {
    self =
      switch refusal.code {
      case "OperationNotPermittedException": .operationNotPermitted(refusal)
      case "InvalidParameterCombinationException": .invalidParameterCombination(refusal)
      case "ResourceNotFoundException": .resourceNotFound(refusal)
      default: .other(refusal)
      }
  }
}

extension ServiceError {
  /// The refusal in AppStream's terms; `nil` when the service did not refuse.
  public var appStreamRefusal: AppStreamRefusal? {
    guard case .refused(let refusal) = self else { return nil }
    return AppStreamRefusal(refusal)
  }
}
