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
      let name = try call.input.requiredText("StackName")
      _ = try directory.stack(name)
      return OperationResult(output: NamesOutput())
    },
    Operation("ListAssociatedStacks") { _, call throws(EmulatedRefusal) in
      let name = try call.input.requiredText("FleetName")
      throw .resourceNotFound("Fleet with name \(name) does not exist.")
    },
    Operation("DescribeSessions") { directory, call throws(EmulatedRefusal) in
      let stack = try call.input.requiredText("StackName")
      let user = try call.input.text("UserId")
      let type = try call.input.text("AuthenticationType")
      guard user == nil || type != nil else {
        throw .invalidCombination("AuthenticationType must be specified when UserId is specified.")
      }
      _ = try directory.stack(stack)
      return OperationResult(output: SessionsOutput())
    },
    Operation("ExpireSession") { _, call throws(EmulatedRefusal) in
      // The model knows no error for a session that is not there.
      OperationResult(output: EmptyOutput())
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
