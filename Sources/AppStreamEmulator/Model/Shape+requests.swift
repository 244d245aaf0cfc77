import AppStream

/// The requests of the operations that the emulator has.
///
/// Source: as in `Shape+stacks.swift`.
extension Shape {
  /// What an operation takes; an unknown operation takes nothing.
  static func input(of operation: String, _ rules: EmulatorRules) -> Shape {
    if rules.longBatch == .accepted, batches.contains(operation) { return batch(maximum: Int.max) }
    return inputs[operation] ?? structure([])
  }

  /// The operations whose requests are known.
  static var knownOperations: Set<String> { Set(inputs.keys) }

  private static let batches: Set<String> = ["BatchAssociateUserStack", "BatchDisassociateUserStack"]

  private static let inputs: [String: Shape] = [
    "DescribeStacks": structure([names, token]),
    "CreateStack": structure(
      [.required("Name", .text(.name))] + stackMembers(agents: agentAccess(isChange: false)) + [.optional("Tags", tags)]
    ),
    "UpdateStack": structure(
      [.required("Name", .text(.string))] + stackMembers(agents: agentAccess(isChange: true)) + [
        .optional("DeleteStorageConnectors", .boolean),
        .optional("AttributesToDelete", .list(of: .text(.stackAttribute))),
      ]
    ),
    "DeleteStack": structure([.required("Name", .text(.string))]),
    "DescribeUsers": structure([type, .optional("MaxResults", .integer()), token]),
    "CreateUser": structure([
      userName, .optional("MessageAction", .text(TextRule(allowed: ["SUPPRESS", "RESEND"]))),
      .optional("FirstName", .text(.userAttribute)), .optional("LastName", .text(.userAttribute)), type,
    ]),
    "DeleteUser": structure([userName, type]),
    "EnableUser": structure([userName, type]),
    "DisableUser": structure([userName, type]),
    "DescribeUserStackAssociations": structure([
      .optional("StackName", .text(.string)), .optional("UserName", .text(.userName)),
      .optional("AuthenticationType", .text(.authenticationType)), .optional("MaxResults", .integer(0...500)), token,
    ]),
    "BatchAssociateUserStack": batch(maximum: AssociationBatch.limit),
    "BatchDisassociateUserStack": batch(maximum: AssociationBatch.limit),
    "TagResource": structure([arn, .required("Tags", tags)]),
    "UntagResource": structure([arn, .required("TagKeys", .list(of: .text(.tagKey), 1...50))]),
    "ListTagsForResource": structure([arn]),
    "DescribeFleets": structure([names, token]),
    "ListAssociatedFleets": structure([.required("StackName", .text(.string)), token]),
    "ListAssociatedStacks": structure([.required("FleetName", .text(.string)), token]),
    "DescribeSessions": structure([
      .required("StackName", .text(.name)), .required("FleetName", .text(.name)),
      .optional("UserId", .text(TextRule(minimum: 2, maximum: 128))), token, .optional("Limit", .integer()),
      .optional("AuthenticationType", .text(.authenticationType)), .optional("InstanceId", .text(.string)),
    ]),
    "ExpireSession": structure([.required("SessionId", .text(.string))]),
  ]

  private static let names = Member.optional("Names", .list(of: .text(.string)))
  private static let token = Member.optional("NextToken", .text(.string))
  private static let userName = Member.required("UserName", .text(.userName))
  private static let type = Member.required("AuthenticationType", .text(.authenticationType))
  private static let arn = Member.required("ResourceArn", .text(.arn))
  private static let tags = map(keys: .tagKey, values: .tagValue, 1...50)

  private static func batch(maximum: Int) -> Shape {
    let association = structure([
      .required("StackName", .text(.string)), userName, type, .optional("SendEmailNotification", .boolean),
    ])
    return structure([.required("UserStackAssociations", .list(of: association, 1...maximum))])
  }
}
