import AWSClientCore
import AppStreamEmulator
import FoundationEssentials
import Synchronization

/// Many services behind one port: every call says in its `User-Agent` which run it is of, so that one that comes late
/// still comes to its own service.
final class Switchboard: Sendable {
  private let services = Mutex<[String: TroubledService]>([:])
  private let nobodys = EmulatedService(
    surroundings: EmulatorSurroundings(now: { Date() }, clock: ContinuousClock())
  )

  func connect(_ service: TroubledService, as userAgent: String) {
    services.withLock { $0[userAgent] = service }
  }

  func disconnect(_ userAgent: String) {
    services.withLock { $0[userAgent] = nil }
  }

  func reply(to request: HTTPRequest) -> EmulatedReply {
    let service = services.withLock { $0[request.headers["User-Agent"] ?? ""] }
    return service?.reply(to: request) ?? nobodys.reply(to: request)
  }
}
