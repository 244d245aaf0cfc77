import AWSClientCore
import HTTPTypes
import HummingbirdCore
import NIOCore

extension Request {
  /// The request as the emulated service takes it.
  func received(with body: ByteBuffer) -> AWSClientCore.HTTPRequest {
    var fields = HTTPHeaders()
    for field in headers { fields.append(field.name.rawName, field.value) }
    // The server keeps the Host header apart from the others; it is signed like them.
    if let authority = head.authority { fields.append("Host", authority) }
    let target = (head.path ?? "/").split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return AWSClientCore.HTTPRequest(
      method: method.rawValue,
      endpoint: Endpoint(scheme: .http, host: "127.0.0.1"),
      path: String(target[0]),
      query: target.count > 1 ? String(target[1]) : "",
      headers: fields,
      body: Array(body.readableBytesView)
    )
  }
}

extension AWSClientCore.HTTPResponse {
  /// The status line and the header fields, with the length of the whole body, whether or not all of it is sent.
  var head: HTTPTypes.HTTPResponse {
    var fields = HTTPFields()
    for field in headers.fields {
      guard let name = HTTPField.Name(field.name) else { continue }
      fields.append(HTTPField(name: name, value: field.value))
    }
    fields[.contentLength] = String(body.count)
    return HTTPTypes.HTTPResponse(status: .init(code: status), headerFields: fields)
  }

  /// The body, or so many bytes of it.
  func buffer(prefix count: Int = .max) -> ByteBuffer {
    ByteBuffer(bytes: body.prefix(count))
  }
}
