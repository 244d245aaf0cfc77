/// The service's "no" to a whole call, before it is put into the form of a protocol.
package struct EmulatedRefusal: Error, Sendable, Equatable {
  /// Who in the service says so; it decides the form of the code on the wire.
  package enum Layer: Sendable {
    /// The operation itself: one of the errors of its model.
    case operation
    /// What stands before every operation: signature, throttling, validation.
    case frontDoor
  }

  /// The code, such as `ResourceNotFoundException`.
  package var code: String
  /// The service's words.
  package var message: String
  /// The HTTP status; AppStream's errors are all 400 but one, see ``EmulatorRules/notFoundStatus``.
  package var status: Int
  /// Who says so.
  package var layer: Layer

  /// Makes a refusal.
  package init(code: String, message: String, status: Int = 400, layer: Layer = .operation) {
    self.code = code
    self.message = message
    self.status = status
    self.layer = layer
  }

  static func resourceNotFound(_ message: String) -> Self {
    Self(code: "ResourceNotFoundException", message: message)
  }

  static func alreadyExists(_ message: String) -> Self {
    Self(code: "ResourceAlreadyExistsException", message: message)
  }

  static func invalidCombination(_ message: String) -> Self {
    Self(code: "InvalidParameterCombinationException", message: message)
  }

  /// Not in the model, but seen in the wild (awsdocs/aws-cloudformation-user-guide, pull request 485).
  static func invalidValue(_ message: String) -> Self {
    Self(code: "InvalidParameterValueException", message: message)
  }

  static func limitExceeded(_ message: String) -> Self {
    Self(code: "LimitExceededException", message: message)
  }
}
