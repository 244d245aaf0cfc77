import AWSClientCore
import FoundationEssentials
import Glibc

/// The plainest HTTP client there is: one request over one socket, nothing behind anybody's back.
///
/// It shows what is on the socket, cut answers included, which a grown-up client would turn into an error.
struct SocketTransport: HTTPTransport {
  let port: UInt16
  var answerLimit = SocketConnection.usualAnswerLimit

  func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    let connection = try SocketConnection(port: port, answerLimit: answerLimit)
    defer { connection.close() }
    return try connection.exchange(request)
  }
}

/// A connection that may carry several exchanges.
final class SocketConnection {
  /// In seconds; as long as the console waits.
  static let usualAnswerLimit = 20.0

  private static let host = "127.0.0.1"
  private let descriptor: Int32
  private let answerLimit: Double

  init(port: UInt16, answerLimit: Double = SocketConnection.usualAnswerLimit) throws(TransportError) {
    self.answerLimit = answerLimit
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr(Self.host)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      throw .cannotConnect(host: Self.host, reason: String(cString: strerror(errno)))
    }
    var limit = timeval(tv_sec: Int(answerLimit), tv_usec: Int(answerLimit.truncatingRemainder(dividingBy: 1) * 1e6))
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  func close() {
    Glibc.close(descriptor)
  }

  /// Sends a request and reads its response; the connection stays open.
  func exchange(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse {
    var head = "\(request.method) \(request.path)\(request.query.isEmpty ? "" : "?\(request.query)") HTTP/1.1\r\n"
    if request.headers["Host"] == nil { head += "Host: \(request.endpoint.authority)\r\n" }
    for field in request.headers.fields { head += "\(field.name): \(field.value)\r\n" }
    head += "Content-Length: \(request.body.count)\r\n\r\n"
    write(Array(head.utf8) + request.body)
    var received: [UInt8] = []
    while true {
      if let end = received.firstRange(of: Array("\r\n\r\n".utf8)) {
        let answer = Self.head(received[..<end.lowerBound])
        let length = Int(answer.headers["Content-Length"] ?? "") ?? 0
        if received.count - end.upperBound >= length {
          return HTTPResponse(
            status: answer.status,
            headers: answer.headers,
            body: Array(received[end.upperBound...].prefix(length))
          )
        }
      }
      try receive(into: &received)
    }
  }

  private func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func receive(into received: inout [UInt8]) throws(TransportError) {
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    if count > 0 {
      received += chunk[..<count]
    } else if count == 0 || errno == ECONNRESET {
      throw .connectionLost(host: Self.host, reason: "closed after \(received.count) bytes")
    } else {
      throw .responseTimedOut(host: Self.host, seconds: answerLimit)
    }
  }

  private static func head(_ bytes: ArraySlice<UInt8>) -> (status: Int, headers: HTTPHeaders) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    var headers = HTTPHeaders()
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers.append(String(parts[0]), String(parts[1].trimmingPrefix(" ")))
    }
    return (Int(lines[0].split(separator: " ")[1]) ?? 0, headers)
  }
}
