import AWSClientCore
import AppStream

extension Fault {
  /// Reads one element of `faults`; its member `fault` names the kind.
  init(reading object: inout StrictObject) throws(EmulatorFileError) {
    let name = try object.requiredText("fault")
    let kind = try Kind(name, reading: &object)
    let trigger = try FaultTrigger(reading: &object, kind: kind)
    try object.finish()
    self.init(kind, trigger)
  }
}

extension Fault.Kind {
  fileprivate init(_ name: String, reading object: inout StrictObject) throws(EmulatorFileError) {
    switch name {
    case "throttle":
      self = .throttle(
        rate: try object.requiredNumber("rate"),
        burst: try object.number("burst", least: 0) ?? 1
      )
    case "serverError":
      self = .serverError(status: try Self.status(&object, 500...599) ?? 500, isApplied: try Self.applied(&object))
    case "drop": self = .drop(isApplied: try Self.applied(&object))
    case "hang": self = .hang(isApplied: try Self.applied(&object))
    case "html":
      self = .html(status: try Self.status(&object, 200...599) ?? 502, isApplied: try Self.applied(&object))
    case "truncate": self = .truncate
    case "delay": self = .delay(.milliseconds(Int64(try object.requiredNumber("milliseconds"))))
    case "item":
      self = .item(
        userName: try object.text("userName"),
        stackName: try object.text("stackName"),
        try Self.failure(&object)
      )
    case "strayItem": self = .strayItem(try Self.association(&object), try Self.failure(&object))
    case "forbidden": self = .forbidden(stacks: try object.texts("stacks"))
    case "refuse":
      self = .refuse(
        EmulatedRefusal(
          code: try object.requiredText("code"),
          message: try object.text("message") ?? "",
          status: try Self.status(&object, 400...599) ?? 400
        )
      )
    case "repeatedToken": self = .repeatedToken
    case "emptyPage": self = .emptyPage
    case "clockSkew": self = .clockSkew(seconds: try object.requiredNumber("seconds", least: -.infinity))
    case "expiredKey": self = .expiredKey(try object.text("accessKeyId"))
    default: throw object.wrong("fault", "a kind of fault: \"\(name)\" is not known")
    }
  }

  private static func applied(_ object: inout StrictObject) throws(EmulatorFileError) -> Bool {
    try object.flag("applied") ?? false
  }

  private static func status(
    _ object: inout StrictObject,
    _ range: ClosedRange<Int>
  ) throws(EmulatorFileError) -> Int? {
    guard let status = try object.count("status") else { return nil }
    guard range.contains(status) else {
      throw object.wrong("status", "between \(range.lowerBound) and \(range.upperBound)")
    }
    return status
  }

  private static func failure(_ object: inout StrictObject) throws(EmulatorFileError) -> ItemFailure {
    ItemFailure(
      code: try object.requiredText("code"),
      message: try object.text("message"),
      isApplied: try applied(&object)
    )
  }

  private static func association(_ object: inout StrictObject) throws(EmulatorFileError) -> Association? {
    let stack = try object.text("stackName")
    let user = try object.text("userName")
    guard let stack, let user else { return nil }
    return Association(stackName: stack, userName: user)
  }
}

extension FaultTrigger {
  fileprivate init(reading object: inout StrictObject, kind: Fault.Kind) throws(EmulatorFileError) {
    let operations = try object.texts("operations")
    for name in operations ?? [] where name != "*" && name != "GetCallerIdentity" && Operation.all[name] == nil {
      throw object.wrong("operations", "a list of operations or \"*\": \"\(name)\" is not known")
    }
    self.init(
      operations: operations.flatMap { $0.contains("*") ? nil : Set($0) } ?? Self.usualOperations(kind, operations),
      probability: try object.number("probability") ?? 1,
      first: try object.count("first"),
      after: try object.count("after"),
      times: try object.count("times"),
      afterSeconds: try object.number("afterSeconds")
    )
    if probability > 1 { throw object.wrong("probability", "between 0 and 1") }
  }

  /// IAM looks at stacks only where they are changed, so a forbidden stack is forbidden to the batch operations alone
  /// unless the file says otherwise.
  private static func usualOperations(_ kind: Fault.Kind, _ given: [String]?) -> Set<String>? {
    guard given == nil, case .forbidden(stacks: .some) = kind else { return nil }
    return ["BatchAssociateUserStack", "BatchDisassociateUserStack"]
  }
}
