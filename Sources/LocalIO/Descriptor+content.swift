import Glibc
package import SystemPackage

/// Writes bytes to a descriptor as write(2) does: how many were taken, or the error.
///
/// Tests pass one that fails.
package typealias SystemWrite = @Sendable (Int32, ArraySlice<UInt8>) -> Result<Int, Errno>

/// Reads bytes of a file from a place in it as pread(2) does: how many were read, or the error.
///
/// Tests pass one that counts.
package typealias SystemRead = @Sendable (Int32, UnsafeMutableRawBufferPointer, Int) -> Result<Int, Errno>

extension Descriptor {
  /// The operating system's own.
  package static let systemWrite: SystemWrite = { number, bytes in
    let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
    return count < 0 ? .failure(.last) : .success(count)
  }

  /// Writes all of `bytes`, in one call where the system takes them so.
  package func write(_ bytes: [UInt8], with write: SystemWrite = Self.systemWrite) throws(Errno) {
    var rest = bytes[...]
    while !rest.isEmpty {
      switch write(number, rest) {
      case .success(let count): rest = rest.dropFirst(count)
      case .failure(Errno(rawValue: EINTR)): continue
      case .failure(let error): throw error
      }
    }
  }

  /// The whole file.
  package func content() throws(Errno) -> [UInt8] {
    guard lseek(number, 0, SEEK_SET) == 0 else { throw .last }
    return try FileDescriptor(rawValue: number).rest()
  }

  /// The operating system's own.
  package static let systemRead: SystemRead = { number, buffer, offset in
    let count = pread(number, buffer.baseAddress, buffer.count, off_t(offset))
    return count < 0 ? .failure(.last) : .success(count)
  }

  /// The bytes at `range` of the file, as many of them as there are.
  package func bytes(_ range: Range<Int>, with read: SystemRead = Self.systemRead) throws(Errno) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var length = 0
    while length < bytes.count {
      switch bytes.withUnsafeMutableBytes({
        read(number, UnsafeMutableRawBufferPointer(rebasing: $0[length...]), range.lowerBound + length)
      }) {
      case .success(0): return Array(bytes[..<length])
      case .success(let count): length += count
      case .failure(Errno(rawValue: EINTR)): continue
      case .failure(let error): throw error
      }
    }
    return bytes
  }

  /// The last bytes of the file, `length` of them at most.
  package func end(upTo length: Int, with read: SystemRead = Self.systemRead) throws(Errno) -> [UInt8] {
    let size = Int(try status().st_size)
    return try bytes(max(0, size - length)..<size, with: read)
  }

  /// The names in this directory.
  package func names() throws(Errno) -> [String] {
    let copy = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = Errno.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .last }
        return names
      }
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      )
    }
  }
}
