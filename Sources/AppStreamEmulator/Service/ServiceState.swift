import AWSClientCore
import AppStream
import FoundationEssentials
import PlainText
import SeededNumbers

/// Everything about a running emulator that changes, and how one request changes it.
struct ServiceState: Sendable {
  /// The user pool.
  var directory: EmulatedDirectory
  /// What goes wrong.
  var faults: FaultEngine
  /// Who may call.
  var keys: EmulatorKeys
  /// What was asked.
  var log = RequestLog()
  /// What was changed, in order.
  var changes: [AppliedChange]
  /// Where ids and chances come from.
  var random: SeededGenerator

  /// Answers one request that arrived at `arrival` by the true clock.
  mutating func answer(_ call: ReceivedCall, at arrival: Date) -> EmulatedReply {
    var exchange = Exchange(call, requestID: random.uuid(), now: arrival, rules: directory.rules)
    for fault in fire(.always, &exchange) { exchange.always(fault) }
    if let fault = fire(.arrival, &exchange).first {
      exchange.end(with: fault)
    } else {
      do throws(EmulatedRefusal) {
        exchange.reply.response = try carryOut(&exchange)
      } catch {
        exchange.refuse(error)
      }
      if let fault = fire(.departure, &exchange).first { exchange.end(with: fault) }
    }
    log.append(exchange.finishedEntry)
    return exchange.reply
  }

  private mutating func carryOut(_ exchange: inout Exchange) throws(EmulatedRefusal) -> HTTPResponse {
    let call = exchange.call
    guard call.form != .unknown else { throw .unknownOperation }
    let check = SignatureCheck(keys: keys, skewedDate: directory.rules.skewedDate)
    let service = call.form == .query ? "sts" : AWSService.appStream.signingName
    let caller = try check.caller(of: call.request, service: service, at: exchange.now)
    if let fault = fire(.frontDoor, &exchange).first {
      throw fault.refusal(of: call, caller: caller) ?? .unknownOperation
    }
    if call.form == .query {
      guard call.operation == "GetCallerIdentity" else { throw .unknownAction(call.operation) }
      return exchange.form.callerIdentity(caller.identity)
    }
    guard let operation = Operation.all[call.operation] else { throw .unknownOperation }
    let result = try operation.run(
      &directory,
      OperationCall(
        operation: call.operation,
        input: try call.input(),
        region: caller.region,
        now: exchange.now,
        newID: random.uuid(),
        trouble: trouble(&exchange)
      )
    )
    note(result.changes, exchange, caller)
    exchange.entry.applied = !result.changes.isEmpty
    return exchange.form.success(result.output)
  }

  /// The faults that act inside of the operation.
  private mutating func trouble(_ exchange: inout Exchange) -> OperationTrouble {
    var trouble = OperationTrouble()
    for (index, item) in exchange.entry.associations.enumerated() {
      for case .item(_, _, let failure) in fire(.item, &exchange, item: item).prefix(1) {
        trouble.failures[index] = failure
      }
    }
    for case .strayItem(let association, let failure) in fire(.item, &exchange) {
      trouble.strayErrors.append(
        UserStackAssociationError(
          userStackAssociation: association.map { PartialAssociation($0) },
          errorCode: failure.code,
          errorMessage: failure.message
        )
      )
    }
    // The first page has no token to repeat and nothing in front of it, so it does not count.
    guard exchange.call.body?["NextToken"]?.text?.isEmpty == false else { return trouble }
    for fault in fire(.page, &exchange) {
      if fault == .repeatedToken { trouble.repeatsToken = true }
      if fault == .emptyPage { trouble.startsEmpty = true }
    }
    return trouble
  }

  private mutating func fire(
    _ stage: Fault.Kind.Stage,
    _ exchange: inout Exchange,
    item: Association? = nil
  ) -> [Fault.Kind] {
    let subject = FaultEngine.Subject(
      operation: exchange.call.operation,
      accessKeyID: exchange.call.accessKeyID,
      stacks: exchange.call.stacks,
      item: item
    )
    let fired = faults.fire(stage, for: subject, at: exchange.arrival, using: &random)
    exchange.entry.faults += fired.map(\.name)
    return fired
  }

  private mutating func note(_ made: [EmulatedChange], _ exchange: Exchange, _ caller: VerifiedCaller) {
    for change in made {
      changes.append(
        AppliedChange(
          time: exchange.now,
          requestID: exchange.entry.requestId,
          operation: exchange.call.operation,
          caller: caller.identity.arn,
          accessKeyID: caller.accessKeyID,
          change: change
        )
      )
    }
  }
}
