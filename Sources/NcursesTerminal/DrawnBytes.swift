import Glibc

/// The file in memory that ncurses writes its bytes to.
struct DrawnBytes {
  let descriptor: CInt

  /// Takes out everything written since the last call.
  func take() -> [UInt8] {
    let length = lseek(descriptor, 0, SEEK_CUR)
    guard length > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
    }
    lseek(descriptor, 0, SEEK_SET)
    ftruncate(descriptor, 0)
    return bytes
  }
}
