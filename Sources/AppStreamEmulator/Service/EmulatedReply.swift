package import AWSClientCore

/// What the emulator does with one request: which answer, how late, and how much of it arrives.
///
/// It is a value; whoever carries the response (``EmulatedService`` in process, the executable on a socket) acts on it.
package struct EmulatedReply: Sendable, Equatable {
  /// How the exchange ends.
  package enum Ending: Sendable, Equatable {
    /// The whole response arrives.
    case whole
    /// So many bytes of the body arrive, then the connection ends.
    case cut(after: Int)
    /// The connection ends without a response.
    case dropped
    /// The connection stays open, and nothing comes.
    case never
  }

  /// The response, also where it does not arrive.
  package var response: HTTPResponse
  /// How long to wait before anything is sent.
  package var delay = Duration.zero
  /// How it ends.
  package var ending = Ending.whole
}
