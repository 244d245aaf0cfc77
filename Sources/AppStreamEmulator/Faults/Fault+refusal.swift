import AWSClientCore

extension Fault.Kind {
  /// The refusal that a fault at the front door gives for `call`, or `nil` for other faults.
  func refusal(of call: ReceivedCall, caller: VerifiedCaller) -> EmulatedRefusal? {
    switch self {
    case .throttle:
      EmulatedRefusal(code: "ThrottlingException", message: "Rate exceeded", layer: .frontDoor)
    case .expiredKey:
      .expiredToken
    case .refuse(let refusal):
      refusal
    case .forbidden(let stacks):
      .accessDenied(
        caller.identity.arn,
        action: "\(call.form == .query ? "sts" : "appstream"):\(call.operation)",
        resource: call.stacks.first { stacks?.contains($0) == true }.map {
          EmulatedStack.arn(of: $0, in: caller.region)
        }
      )
    default:
      nil
    }
  }
}

extension EmulatedRefusal {
  /// IAM says no, naming the action and, where there is one, the resource.
  static func accessDenied(_ caller: String, action: String, resource: String?) -> Self {
    let place = resource.map { " on resource: \($0)" } ?? ""
    return Self(
      code: "AccessDeniedException",
      message: "User: \(caller) is not authorized to perform: \(action)\(place) "
        + "because no identity-based policy allows the \(action) action",
      layer: .frontDoor
    )
  }

  /// No operation of this name is there.
  static let unknownOperation = Self(code: "UnknownOperationException", message: "", layer: .frontDoor)

  /// STS has other words for it.
  static func unknownAction(_ name: String) -> Self {
    Self(code: "InvalidAction", message: "Could not find operation \(name) for version 2011-06-15")
  }
}
