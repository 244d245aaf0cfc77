import AWSClientCore
import FoundationEssentials
import PlainText

/// A request as far as it can be understood before anything is checked.
struct ReceivedCall: Sendable {
  /// How calls and answers are written.
  enum Form: Sendable {
    /// AWS JSON 1.1: AppStream.
    case json
    /// Smithy's RPC v2 with CBOR, which newer clients use: AppStream
    /// (https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html).
    case cbor
    /// AWS query with XML responses: STS.
    case query
    /// Neither; no service answers it.
    case unknown
  }

  /// The request itself.
  let request: HTTPRequest
  /// How it is written.
  let form: Form
  /// The operation's name; empty where there is none.
  let operation: String
  /// The access key id that it names.
  let accessKeyID: String?
  /// The Region that it names.
  let region: String?
  /// The body, where it is JSON, or CBOR that says what JSON can say.
  let body: JSONValue?

  /// What stands before the operation in `X-Amz-Target`.
  private static let targetPrefix = "PhotonAdminProxyService."
  /// What stands before the operation in the path of a call in CBOR.
  private static let pathPrefix = "/service/PhotonAdminProxyService/operation/"

  init(_ request: HTTPRequest) {
    self.request = request
    let contentType = request.headers["Content-Type"] ?? ""
    if request.method == "POST", request.path == "/", contentType.hasPrefix("application/x-amz-json-1.1") {
      form = .json
      let target = request.headers["X-Amz-Target"] ?? ""
      operation = target.hasPrefix(Self.targetPrefix) ? String(target.dropFirst(Self.targetPrefix.count)) : ""
      body = try? JSONDecoder().decodeForeign(JSONValue.self, from: request.body)
    } else if request.method == "POST", request.path.hasPrefix(Self.pathPrefix),
      request.headers["smithy-protocol"] == "rpc-v2-cbor"
    {
      form = .cbor
      operation = String(request.path.dropFirst(Self.pathPrefix.count))
      body = try? CBORReader.value(request.body)
    } else if request.path == "/", let action = Self.action(request) {
      form = .query
      operation = action
      body = nil
    } else {
      form = .unknown
      operation = ""
      body = nil
    }
    let header = try? request.headers["Authorization"].map { text throws(EmulatedRefusal) in
      try AuthorizationHeader(text)
    }
    accessKeyID = header?.accessKeyID
    region = header?.region
  }

  /// What the operation is called with.
  ///
  /// - Throws: `SerializationException` when the body is of another form; an empty one is as an empty object.
  func input() throws(EmulatedRefusal) -> RequestObject {
    guard !request.body.isEmpty else { return RequestObject(members: [:]) }
    guard case .object(let members)? = body else { throw .unserializable("Unexpected token in the request body") }
    return RequestObject(members: members)
  }

  /// The stacks that the call touches, wherever in the body they stand.
  var stacks: [String] {
    guard let body else { return [] }
    var stacks = [body["StackName"]?.text].compactMap { $0 }
    if operation.hasSuffix("Stack") || operation.hasSuffix("Stacks") {
      stacks += [body["Name"]?.text].compactMap { $0 }
      if case .array(let names)? = body["Names"] { stacks += names.compactMap(\.text) }
    }
    if case .array(let items)? = body["UserStackAssociations"] { stacks += items.compactMap { $0["StackName"]?.text } }
    return stacks
  }

  /// The value of the parameter `Action`, in the query or in a body that is a form.
  private static func action(_ request: HTTPRequest) -> String? {
    let isForm = request.headers["Content-Type"]?.hasPrefix("application/x-www-form-urlencoded") == true
    let form = isForm ? String(decoding: request.body, as: UTF8.self) : request.query
    return form.split(separator: "&").first { $0.hasPrefix("Action=") }.map { String($0.dropFirst("Action=".count)) }
  }
}
