import AWSClientCore
import FoundationEssentials

/// `GET /_emulator/log`: the request log as JSON Lines, for tests that look at the emulator from outside.
enum LogPage {
  private static let path = "/_emulator/log"

  /// Whether `request` asks for it.
  static func isAskedFor(by request: HTTPRequest) -> Bool {
    request.method == "GET" && request.path == path
  }

  /// The page, for callers on this machine: the emulator listens on loopback only, and a web page that got a browser to
  /// ask under another name is turned away.
  static func answer(_ request: HTTPRequest, _ entries: [RequestLogEntry]) -> HTTPResponse {
    guard isLocal(request) else {
      return HTTPResponse(status: 403, headers: ["Content-Type": "text/plain"], body: Array("Ask by localhost.\n".utf8))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      var body: [UInt8] = []
      for entry in entries { body += Array(try encoder.encode(entry)) + [UInt8(ascii: "\n")] }
      return HTTPResponse(status: 200, headers: ["Content-Type": "application/jsonl"], body: body)
    } catch {
      return HTTPResponse(status: 500, headers: ["Content-Type": "text/plain"], body: Array("\(error)\n".utf8))
    }
  }

  private static func isLocal(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers["Host"] else { return request.endpoint.isLoopback }
    do throws(EndpointError) {
      return try Endpoint(url: "http://\(host)").isLoopback
    } catch {
      return false
    }
  }
}
