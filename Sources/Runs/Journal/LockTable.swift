import Glibc
import LocalIO
import SystemPackage

/// The locks on files that the kernel tells of: the text of `/proc/locks` (proc(5)).
struct LockTable {
  /// A lock made with flock(2) for writing.
  fileprivate struct Lock {
    var process: Int
    var device: Device
    var inode: UInt
  }

  /// The number of a device as the kernel writes it there.
  fileprivate struct Device: Equatable {
    var major: UInt
    var minor: UInt

    /// Whether it has no hardware behind it, as on Btrfs and overlayfs, which give stat(2) another such number than
    /// they are known by here.
    var isAnonymous: Bool { major == 0 }
  }

  private let locks: [Lock]

  /// Reads lines such as `1: FLOCK  ADVISORY  WRITE 11187 08:02:3933838 0 EOF`; others are passed over.
  init(_ text: String) {
    locks = text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", omittingEmptySubsequences: true)
      // The lines of those who wait for a lock have an arrow before the kind.
      guard fields.count >= 6, fields[1] == "FLOCK", fields[3] == "WRITE", let process = Int(fields[4]) else {
        return nil
      }
      let file = fields[5].split(separator: ":")
      guard file.count == 3, let major = UInt(file[0], radix: 16), let minor = UInt(file[1], radix: 16),
        let inode = UInt(file[2])
      else { return nil }
      return Lock(process: process, device: Device(major: major, minor: minor), inode: inode)
    }
  }

  /// The processes that hold the file of this device and inode number, as this process counts them.
  ///
  /// A process of another machine or container is not among them.
  func holders(ofDevice number: UInt, inode: UInt) -> Set<Int> {
    let device = Device(number)
    return Set(
      locks.lazy.filter { lock in
        lock.inode == inode && (lock.device == device || lock.device.isAnonymous && device.isAnonymous)
      }.map(\.process)
    )
  }
}

extension LockTable.Device {
  /// The number that stat(2) gives, taken apart as glibc's `sys/sysmacros.h` does.
  fileprivate init(_ number: UInt) {
    major = number >> 8 & 0xFFF | number >> 32 & ~0xFFF
    minor = number & 0xFF | number >> 12 & ~0xFF
  }
}

extension LockTable {
  /// The locks there are now.
  static func current() throws(Errno) -> LockTable {
    let file = try Descriptor.root().openDirectory("proc").open("locks", O_RDONLY)
    return LockTable(String(decoding: try file.content(), as: UTF8.self))
  }
}
