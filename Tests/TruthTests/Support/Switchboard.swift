import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Synchronization

/// Many services behind one port: every call says in its `User-Agent` which run it is of, and in which leg, so that one
/// that comes late still comes to its own service and is known to be late.
final class Switchboard: Sendable {
  private let services = Mutex<[String: TroubledService]>([:])
  private let nobodys = EmulatedService(
    context: EmulatorContext(now: { Date() }, clock: ContinuousClock())
  )

  func connect(_ service: TroubledService, as run: String) {
    services.withLock { $0[run] = service }
  }

  func disconnect(_ run: String) {
    services.withLock { $0[run] = nil }
  }

  func reply(to request: HTTPRequest) -> EmulatedReply {
    let words = (request.headers["User-Agent"] ?? "").split(separator: " ")
    guard words.count == 2, let leg = Int(words[1]), let service = services.withLock({ $0[String(words[0])] }) else {
      return nobodys.reply(to: request)
    }
    return service.reply(to: request, leg: leg)
  }
}
