import PlainText

/// Names by number, each kept once and byte for byte, however often it occurs: a user of many stacks is one name.
///
/// Numbers count from 0 in the order in which names came. A name keeps its number for as long as the table is there.
package struct NameTable: Sendable {
  private struct Place: Sendable, Equatable {
    /// Where the bytes are: chunk and offset, 16 bits each.
    var start: UInt32
    /// How many there are, twice, and one more where each of them is printable ASCII.
    var size: UInt32

    init(start: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) {
      self.start = start
      size = UInt32(bytes.count) << 1 | (bytes.isPrintableASCII ? 1 : 0)
    }

    var length: Int { Int(size >> 1) }
    var isPrintableASCII: Bool { size & 1 == 1 }
  }

  private static let chunkLength = 1 << 16

  private var chunks: [[UInt8]] = []
  private var places = PiecewiseArray<Place>()
  private var index = NumberIndex()

  package init() {}

  /// How many names there are.
  package var count: Int { places.count }

  /// All numbers of names, from the first on.
  package var numbers: Range<UInt32> { 0..<UInt32(count) }

  /// The name with this number.
  package subscript(number: UInt32) -> String { withUTF8(of: number) { String(decoding: $0, as: UTF8.self) } }

  /// How many characters a name of printable ASCII has, each of them a column wide; `nil` for others.
  ///
  /// It costs nothing to ask: lists are laid out by the longest of a million names.
  package func lengthOfPrintableASCII(_ number: UInt32) -> Int? {
    let place = places[Int(number)]
    return place.isPrintableASCII ? place.length : nil
  }

  /// The number of `name`, if it is there.
  package func number(of name: String) -> UInt32? {
    var name = name
    return name.withUTF8 { bytes in find(bytes, hash: Self.hash(bytes)) }
  }

  /// The number of `name`, which is added where it is not there.
  ///
  /// - Parameter likely: The number that `name` often has, which is looked at first.
  package mutating func insert(_ name: String, likely: UInt32? = nil) -> UInt32 {
    var name = name
    return name.withUTF8 { bytes in
      if let likely, isName(likely, bytes) { return likely }
      let hash = Self.hash(bytes)
      if let known = find(bytes, hash: hash) { return known }
      let number = UInt32(places.count)
      places.append(keep(bytes))
      if !index.hasRoom(hash: hash) {
        let (places, chunks) = (places, chunks)
        index.makeRoom(hash: hash) { other in Self.withUTF8(of: places[Int(other)], chunks) { Self.hash($0) } }
      }
      index.insert(number, hash: hash)
      return number
    }
  }

  /// Lets `body` look at the bytes of a name.
  package func withUTF8<Result>(of number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    Self.withUTF8(of: places[Int(number)], chunks, body)
  }

  private static func withUTF8<Result>(
    of place: Place,
    _ chunks: [[UInt8]],
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let start = Int(place.start & 0xFFFF)
    return chunks[Int(place.start >> 16)].withUnsafeBufferPointer { chunk in
      body(UnsafeBufferPointer(rebasing: chunk[start..<(start + place.length)]))
    }
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt32? {
    index.number(hash: hash) { isName($0, bytes) }
  }

  private func isName(_ number: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    withUTF8(of: number) { $0.equals(bytes) }
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) -> Place {
    // A name that is longer than a chunk has one to itself.
    let isFull = chunks.last.map { $0.count + max(1, bytes.count) > Self.chunkLength } ?? true
    if isFull { chunks.append([]) }
    let chunk = chunks.count - 1
    let start = chunks[chunk].count
    chunks[chunk].append(contentsOf: bytes)
    return Place(start: UInt32(chunk) << 16 | UInt32(start), bytes)
  }

  /// Seeded for each process, so that nobody can choose names that all fall into one place.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }
}

extension NameTable: Equatable {
  /// The same names with the same numbers.
  package static func == (one: Self, other: Self) -> Bool {
    one.places == other.places && one.chunks == other.chunks
  }
}
