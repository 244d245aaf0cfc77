package import AppStream
import FoundationEssentials

/// One operation of the service: what it is called, and what it does to the directory.
struct Operation: Sendable {
  typealias Body =
    @Sendable (_ directory: inout EmulatedDirectory, _ call: OperationCall) throws(EmulatedRefusal) -> OperationResult

  /// The name, as it stands in `X-Amz-Target` and in IAM.
  let name: String
  private let body: Body

  /// - Parameter body: Does it; the request is of the operation's shape.
  init(_ name: String, _ body: @escaping Body) {
    self.name = name
    self.body = body
  }

  /// Does it.
  ///
  /// - Throws: The service's refusal; nothing is done.
  func run(_ directory: inout EmulatedDirectory, _ call: OperationCall) throws(EmulatedRefusal) -> OperationResult {
    try ShapeCheck.check(call.input, .input(of: name, directory.rules))
    return try body(&directory, call)
  }

  /// Every operation there is, by name.
  static let all: [String: Operation] = {
    let operations = stackOperations + userOperations + associationOperations + tagOperations + fleetOperations
    return Dictionary(operations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}

/// What an operation is called with.
struct OperationCall: Sendable {
  /// The operation's name.
  var operation: String
  /// The body.
  var input: RequestObject
  /// The Region that the signature is for.
  var region: String
  /// The service's time.
  var now: Date
  /// A fresh UUID, for a resource that is made.
  var newID: String
  /// What is to go wrong inside.
  var trouble = OperationTrouble()
}

/// The faults that act inside of an operation.
struct OperationTrouble: Sendable {
  /// Items of the batch that fail, by index.
  var failures: [Int: ItemFailure] = [:]
  /// Errors for associations that were not asked for.
  var strayErrors: [UserStackAssociationError] = []
  /// Whether the next page's token is to be this page's.
  var repeatsToken = false
  /// Whether an empty page is to come first.
  var startsEmpty = false
}

/// What an operation gives.
struct OperationResult: Sendable {
  /// The response's body.
  var output: any Encodable & Sendable
  /// What it changed.
  var changes: [EmulatedChange] = []
}

/// One thing that a call changed: a stack, a user or an association.
package struct EmulatedChange: Sendable, Equatable {
  /// The stack, if one is concerned.
  package var stackName: String?
  /// The user, if one is concerned.
  package var userName: String?
  /// How the user signs in.
  package var authenticationType: AuthenticationType?

  /// Makes a change.
  package init(stackName: String? = nil, userName: String? = nil, authenticationType: AuthenticationType? = nil) {
    self.stackName = stackName
    self.userName = userName
    self.authenticationType = authenticationType
  }
}

/// A response without members.
struct EmptyOutput: Encodable, Sendable {}

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
