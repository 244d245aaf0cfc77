import FoundationEssentials
import Glibc
import LocalIO
import SystemPackage

/// The directory of journals, opened step by step from the root so that nobody can slip a link under our feet.
///
/// Links above our own directories are resolved once, since a linked home is ordinary; each directory found so is then
/// opened without following links and looked at. Our own are `runs` and, where the path has it, `appstream-console`.
struct JournalDirectory: Sendable {
  private static let ownName = "appstream-console"

  /// The path as it was given.
  let path: String
  private let parent: String
  private let own: [String]

  init(_ path: String) {
    self.path = path
    var components = path.split(separator: "/").map(String.init)
    var own = [components.popLast() ?? "."]
    if components.last == Self.ownName { own.insert(components.removeLast(), at: 0) }
    self.own = own
    parent = (path.hasPrefix("/") ? "/" : "./") + components.joined(separator: "/")
  }

  /// Opens it.
  ///
  /// - Parameter makesMissing: Whether directories that are not there are made.
  /// - Returns: `nil` when it is not there.
  func open(makesMissing: Bool) throws(JournalError) -> Descriptor? {
    let (existing, missing) = try resolvedParent()
    guard makesMissing || missing.isEmpty else { return nil }
    var place = ""
    var directory: Descriptor
    do throws(Errno) { directory = try Descriptor.root() } catch {
      throw .unreadable(path: "/", reason: error.reason)
    }
    for name in existing.split(separator: "/").map(String.init) + missing {
      place += "/" + name
      let next = try step(into: name, of: directory, place, makesMissing, Ownership.flaw(ofParent:))
      guard let next else { return nil }
      directory = next
    }
    for name in own {
      place += "/" + name
      let next = try step(into: name, of: directory, place, makesMissing, Ownership.flaw(ofDirectory:))
      guard let next else { return nil }
      directory = next
    }
    return directory
  }

  private func step(
    into name: String,
    of directory: borrowing Descriptor,
    _ place: String,
    _ makesMissing: Bool,
    _ flaw: (stat) -> String?
  ) throws(JournalError) -> Descriptor? {
    do throws(Errno) {
      if makesMissing { try make(name, in: directory) }
    } catch {
      throw .unwritable(path: place, reason: error.reason)
    }
    guard let next = try opened(name, in: directory, place) else { return nil }
    let status: stat
    do throws(Errno) { status = try next.status() } catch {
      throw .unreadable(path: place, reason: error.reason)
    }
    if let flaw = flaw(status) { throw .unsafe(path: place, reason: flaw) }
    return next
  }

  private func opened(
    _ name: String,
    in directory: borrowing Descriptor,
    _ place: String
  ) throws(JournalError) -> Descriptor? {
    do throws(Errno) {
      return try directory.openDirectory(name)
    } catch {
      switch error.rawValue {
      case ENOENT:
        return nil
      // With O_DIRECTORY and O_NOFOLLOW a link is reported as not being a directory.
      case ENOTDIR, ELOOP:
        throw .unsafe(path: place, reason: "it is a link or a file and has to be a directory; move it away")
      default:
        throw .unreadable(path: place, reason: error.reason)
      }
    }
  }

  private func make(_ name: String, in directory: borrowing Descriptor) throws(Errno) {
    if try directory.status(of: name) != nil { return }
    do throws(Errno) { try directory.makeDirectory(name) } catch {
      // Another process of ours was faster.
      if error.rawValue == EEXIST { return }
      throw error
    }
    try directory.synchronize()
  }

  /// As much of what is above ours as is there, links in it resolved, and the names of the rest.
  private func resolvedParent() throws(JournalError) -> (existing: String, missing: [String]) {
    var missing: [String] = []
    var existing = parent
    while true {
      do throws(Errno) {
        return (try Self.resolved(existing), missing)
      } catch {
        guard error.rawValue == ENOENT, existing != "/", existing != "." else {
          throw .unreadable(path: existing, reason: error.reason)
        }
        missing.insert(Self.lastComponent(of: existing), at: 0)
        existing = Self.withoutLastComponent(existing)
      }
    }
  }

  private static func resolved(_ path: String) throws(Errno) -> String {
    guard let text = realpath(path, nil) else { throw .last }
    defer { free(text) }
    return String(cString: text)
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "."
  }

  private static func withoutLastComponent(_ path: String) -> String {
    let rest = path.split(separator: "/").dropLast().joined(separator: "/")
    return path.hasPrefix("/") ? "/" + rest : rest.isEmpty ? "." : rest
  }
}
