extension Operation {
  /// What has to do with fleets, of which the emulator has none: lists of them are empty, and nobody has a session.
  static let fleetOperations = [
    Operation("DescribeFleets") { _, call throws(EmulatedRefusal) in
      if let name = try call.input.texts("Names")?.first {
        throw .resourceNotFound("Fleet with name \(name) does not exist.")
      }
      return OperationResult(output: FleetsOutput())
    },
    Operation("ListAssociatedFleets") { directory, call throws(EmulatedRefusal) in
      var check = RequestCheck()
      let name = try check.required(call.input, "StackName", .string)
      try check.finish()
      _ = try directory.stack(name)
      return OperationResult(output: NamesOutput())
    },
    Operation("ListAssociatedStacks") { _, call throws(EmulatedRefusal) in
      var check = RequestCheck()
      let name = try check.required(call.input, "FleetName", .string)
      try check.finish()
      throw .resourceNotFound("Fleet with name \(name) does not exist.")
    },
    Operation("DescribeSessions") { directory, call throws(EmulatedRefusal) in
      var check = RequestCheck()
      let stack = try check.required(call.input, "StackName", .name)
      _ = try check.required(call.input, "FleetName", .name)
      let user = try check.text(call.input, "UserId", TextRule(minimum: 2, maximum: 128))
      let type = try check.text(call.input, "AuthenticationType", .authenticationType)
      try check.finish()
      guard user == nil || type != nil else {
        throw .invalidCombination("AuthenticationType must be specified when UserId is specified.")
      }
      _ = try directory.stack(stack)
      return OperationResult(output: SessionsOutput())
    },
    Operation("ExpireSession") { _, call throws(EmulatedRefusal) in
      var check = RequestCheck()
      _ = try check.required(call.input, "SessionId", .string)
      try check.finish()
      // The model knows no error for a session that is not there.
      return OperationResult(output: EmptyOutput())
    },
  ]
}

private struct FleetsOutput: Encodable, Sendable {
  let fleets: [String] = []

  private enum CodingKeys: String, CodingKey {
    case fleets = "Fleets"
  }
}

private struct NamesOutput: Encodable, Sendable {
  let names: [String] = []

  private enum CodingKeys: String, CodingKey {
    case names = "Names"
  }
}

private struct SessionsOutput: Encodable, Sendable {
  let sessions: [String] = []

  private enum CodingKeys: String, CodingKey {
    case sessions = "Sessions"
  }
}
