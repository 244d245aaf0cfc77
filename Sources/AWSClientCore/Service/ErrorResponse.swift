import Algorithms
import FoundationEssentials
import PlainText

/// Reads a service's error response in all the forms AWS sends.
///
/// Forms: `__type`, `code` or `Code` in a JSON body, the `x-amzn-ErrorType` header, and `<Code>` in XML; the code may
/// come with a namespace before `#` or a URL after `:` (botocore's `BaseJSONParser._do_error_parse`).
enum ErrorResponse {
  /// The refusal that `response` is.
  static func refusal(_ response: HTTPResponse, to operation: String) -> Refusal {
    let body = json(response)
    let xml = body == nil ? TagReader(response.body) : nil
    let code =
      body?["__type"]?.text ?? response.headers["x-amzn-ErrorType"] ?? body?["code"]?.text ?? body?["Code"]?.text
      ?? xml?.text(of: "Code")
    let message =
      body?["message"]?.text ?? body?["Message"]?.text ?? body?["errorMessage"]?.text ?? xml?.text(of: "Message")
      ?? (code == nil ? "the body is \(bodyKind(response))" : "")
    var refusal = Refusal(
      operation: operation,
      code: code.map(bareCode) ?? Refusal.codeOfStatus(response.status),
      message: message,
      status: response.status,
      requestID: requestID(response) ?? xml?.text(of: "RequestId"),
      retryAfter: retryAfter(response),
      serviceDate: response.headers["Date"].flatMap(HTTPDate.date)
    )
    if refusal.kind == .credentialsRefused { refusal.message = firstParagraph(message) }
    return refusal
  }

  /// What stands before the first line break.
  ///
  /// Behind it a refusal of a signature repeats the headers that were signed.
  static func firstParagraph(_ message: String) -> String {
    String(message.drop(while: \.isWhitespace).prefix { !$0.isNewline }.trimmingSuffix(while: \.isWhitespace))
  }

  /// The id that the service gave the request.
  static func requestID(_ response: HTTPResponse) -> String? {
    response.headers["x-amzn-RequestId"] ?? response.headers["x-amz-request-id"]
  }

  /// What a body that is not the expected one looks like, in a few words.
  static func bodyKind(_ response: HTTPResponse) -> String {
    let start = String(decoding: response.body.prefix(256), as: UTF8.self).drop { $0.isWhitespace }.lowercased()
    if start.isEmpty { return "empty" }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return "an HTML page" }
    if start.hasPrefix("<") { return "XML" }
    if json(response) != nil { return "JSON of another shape" }
    if isTooDeep(response) { return "JSON that is nested too deep" }
    return start.hasPrefix("{") ? "cut or broken JSON" : "not JSON"
  }

  /// The body as JSON, or `nil` when it is something else, which is an ordinary thing in an error.
  private static func json(_ response: HTTPResponse) -> JSONValue? {
    try? JSONDecoder().decodeForeign(JSONValue.self, from: response.body)
  }

  private static func isTooDeep(_ response: HTTPResponse) -> Bool {
    do {
      _ = try JSONDecoder().decodeForeign(JSONValue.self, from: response.body)
      return false
    } catch {
      return error is JSONTooDeep
    }
  }

  private static func bareCode(_ code: String) -> String {
    let withoutURL = code.split(separator: ":", maxSplits: 1).first.map(String.init) ?? code
    return withoutURL.split(separator: "#").last.map(String.init) ?? withoutURL
  }

  /// Milliseconds; a bad or negative value is as none, and one that no number holds is as a day.
  private static func retryAfter(_ response: HTTPResponse) -> Duration? {
    guard let text = response.headers["x-amz-retry-after"]?.utf8, !text.isEmpty else { return nil }
    guard text.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
    let day = 86_400_000
    return .milliseconds(min(Int(String(text)) ?? day, day))
  }
}
