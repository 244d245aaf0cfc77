import AWSClientCore

extension AppStreamClient {
  /// This client with its reads behind `gate`, whoever asks for them; writes do not wait there.
  public func reading(through gate: ReadGate) -> AppStreamClient {
    let original = self
    var client = self
    client.describeStacks = { gated(original.describeStacks($0), by: gate) }
    client.describeUsers = { gated(original.describeUsers($0), by: gate) }
    client.describeUserStackAssociations = { gated(original.describeUserStackAssociations($0), by: gate) }
    return client
  }
}

private func gated<Item: Sendable>(
  _ read: @escaping AppStreamClient.PageReader<Item>,
  by gate: ReadGate
) -> AppStreamClient.PageReader<Item> {
  { token async throws(ServiceError) in
    await gate.enter()
    let result: Result<Page<Item>, ServiceError>
    do throws(ServiceError) {
      result = .success(try await read(token))
    } catch {
      result = .failure(error)
    }
    await gate.leave()
    return try result.get()
  }
}
