public import AWSClientCore

extension EstateReader {
  /// Reads the associations of people by their names, one call a person where a page holds them all.
  ///
  /// The service takes a name only together with an authentication type, which has to be `USERPOOL`
  /// (DescribeUserStackAssociations), so associations of another type are not among them.
  ///
  /// - Returns: Everything that the users called `names` are associated with, each once and sorted.
  /// - Throws: ``ServiceError`` of the first person who could not be read; nothing is known then.
  public func associations(ofUsers names: [String]) async throws(ServiceError) -> [Association] {
    let results = await names.readEach { await read($0) }
    var found: Set<Association> = []
    for result in results { found.formUnion(try result.get()) }
    return found.sorted()
  }

  private func read(_ name: String) async -> Result<[Association], ServiceError> {
    do throws(ServiceError) {
      return .success(try await wholeList(name))
    } catch {
      return .failure(error)
    }
  }

  /// Where it takes several pages, it is read until two readings agree: whoever is selected by name loses no row.
  private func wholeList(_ name: String) async throws(ServiceError) -> [Association] {
    var found: Set<Association> = []
    let list = client.describeUserStackAssociations.pages(.user(name, .userpool))
    let failure = await pages(of: list, Self.associations, \.identity, isThorough: true) { page in
      found.formUnion(page.map(\.identity))
    }
    if let failure { throw failure }
    return Array(found)
  }
}
