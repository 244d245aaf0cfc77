import AWSClientCore
import AppStream

extension Runner {
  /// Sends one batch, once, and says what the answer was.
  func send(_ order: SendOrder, of plan: Plan) async -> RunRecord {
    let items = order.entries.map {
      UserStackAssociation(plan.entries[$0], sendEmailNotification: plan.sendEmailNotification)
    }
    guard let batch = AssociationBatch(items) else {
      preconditionFailure("the machine cuts batches of 1 to \(AssociationBatch.limit)")
    }
    let call =
      plan.operation == .disassociate ? client.batchDisassociateUserStack : client.batchAssociateUserStack
    do throws(ServiceError) {
      let answer = try await call(batch)
      return .answered(
        batch: order.batch,
        attempt: order.attempt,
        requestID: answer.requestID,
        errors: answer.value
      )
    } catch {
      return Self.record(of: error, to: order)
    }
  }

  /// What an error means: only an answer that says so proves that nothing was applied.
  static func record(of error: ServiceError, to order: SendOrder) -> RunRecord {
    let lost = RunRecord.lost(batch: order.batch, attempt: order.attempt, reason: error.description)
    switch error {
    case .refused(let refusal) where refusal.isWithoutCode && refusal.kind != .throttled:
      // Not the service's words: whatever stands between may have given up on a call that was applied.
      return lost
    case .refused(let refusal):
      let kind: CallRefusal.Kind
      switch refusal.kind {
      case .throttled: return .throttled(batch: order.batch, attempt: order.attempt)
      case .serverFault: return lost
      case .credentialsRefused: kind = .credentials
      case .accessDenied: kind = .accessDenied
      case .other: kind = .entries
      }
      return .refused(
        batch: order.batch,
        attempt: order.attempt,
        refusal: CallRefusal(
          code: refusal.code,
          message: refusal.message,
          requestID: refusal.requestID,
          kind: kind
        )
      )
    case .credentials(let error):
      return .refused(
        batch: order.batch,
        attempt: order.attempt,
        refusal: CallRefusal(
          code: "NO_CREDENTIALS",
          message: error.description,
          requestID: nil,
          kind: .credentials
        )
      )
    case .unreachable, .unreadable, .repeatedPageToken, .listKeepsChanging, .cancelled:
      return lost
    }
  }
}
