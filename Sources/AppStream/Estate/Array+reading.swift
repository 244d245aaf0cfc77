extension Array where Element: Sendable {
  /// What `read` gives for each of these, begun in their order, ``ReadGate/limit`` at a time: those behind the gate are
  /// served as they come, so whoever is to be read first must not stand there among thousands.
  ///
  /// - Returns: The results in the order in which they came.
  package func readEach<Result: Sendable>(_ read: @escaping @Sendable (Element) async -> Result) async -> [Result] {
    await withTaskGroup(of: Result.self) { group in
      var results: [Result] = []
      for (position, element) in enumerated() {
        if position >= ReadGate.limit, let one = await group.next() { results.append(one) }
        group.addTask { await read(element) }
      }
      for await one in group { results.append(one) }
      return results
    }
  }
}
