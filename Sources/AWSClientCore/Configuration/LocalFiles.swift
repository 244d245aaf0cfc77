import Glibc

/// The files of this machine.
///
/// It reads whatever opens, pipes and `/dev/null` included, which FoundationEssentials refuses and which people do name
/// in `AWS_CONFIG_FILE`.
public struct LocalFiles: FileReading {
  /// More than any configuration or token file holds; a device that never ends must not fill the memory.
  private static let limit = 16 << 20

  /// Makes a reader.
  public init() {}

  /// The whole content of what is at `path`, or `nil` when nothing is there.
  ///
  /// - Throws: ``FileError`` when it cannot be read, or never ends.
  public func contents(of path: String) throws(FileError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadable(path: path, reason: Self.reason(errno))
    }
    defer { close(descriptor) }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      switch count {
      case 0:
        return content
      case 1...:
        content += buffer[..<count]
        guard content.count <= Self.limit else {
          throw .unreadable(path: path, reason: "it is larger than \(Self.limit >> 20) MiB")
        }
      default:
        guard errno == EINTR else { throw .unreadable(path: path, reason: Self.reason(errno)) }
      }
    }
  }

  /// Why the file at `path` is missing although somebody meant it to be there.
  public func flaw(ofMissing path: String) -> String? {
    let parts = path.split(separator: "/")
    for count in parts.indices {
      let place = (path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
      var (own, target) = (stat(), stat())
      guard lstat(place, &own) == 0 else { return nil }
      guard stat(place, &target) == 0 else { return "\(place) is a link to what is not there" }
      let isDirectory = target.st_mode & S_IFMT == S_IFDIR
      if count < parts.count - 1, !isDirectory { return "\(place) is not a directory" }
    }
    return nil
  }

  private static func reason(_ number: Int32) -> String {
    number == EISDIR ? "it is a directory" : String(cString: strerror(number)).lowercased()
  }
}
