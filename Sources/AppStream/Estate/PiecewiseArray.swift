/// An array in pieces of which a change copies at most one, so that a snapshot may be looked at elsewhere while what it
/// was taken of grows: to copy a million elements for the first of them would keep a key waiting.
struct PiecewiseArray<Element: Sendable & Equatable>: Sendable, Equatable {
  private static var shift: Int { 13 }
  private static var pieceLength: Int { 1 << shift }

  private var pieces: [[Element]] = []
  private(set) var count = 0

  init() {}

  subscript(index: Int) -> Element {
    get { pieces[index >> Self.shift][index & (Self.pieceLength - 1)] }
    _modify { yield &pieces[index >> Self.shift][index & (Self.pieceLength - 1)] }
  }

  mutating func append(_ element: Element) {
    if count & (Self.pieceLength - 1) == 0 {
      pieces.append([])
      // Most accounts fit in one piece, and are smaller than that.
      if count > 0 { pieces[pieces.count - 1].reserveCapacity(Self.pieceLength) }
    }
    pieces[pieces.count - 1].append(element)
    count += 1
  }
}
