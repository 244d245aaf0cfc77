extension OperationCall {
  /// Gives the page that the call's `NextToken` asks for.
  ///
  /// - Parameters:
  ///   - filter: What the list was narrowed by; a token of another list is refused.
  ///   - read: Reads the page at a position.
  func page<Element>(
    of filter: String = "",
    _ read: (_ position: Int) throws(EmulatedRefusal) -> EmulatedPage<Element>
  ) throws(EmulatedRefusal) -> (elements: [Element], nextToken: String?) {
    let list = "\(operation)\n\(filter)"
    let asked = try input.text("NextToken")
    var token = PageToken(list: list, position: 0)
    if let asked {
      guard let read = PageToken(asked, of: list) else { throw .invalidValue("The NextToken is not valid.") }
      token = read
      if trouble.startsEmpty, !token.followsEmptyPage {
        token.followsEmptyPage = true
        return ([], token.text)
      }
    }
    let page = try read(token.position)
    if trouble.repeatsToken, let asked { return (page.elements, asked) }
    return (page.elements, page.next.map { PageToken(list: list, position: $0).text })
  }
}
