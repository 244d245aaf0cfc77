import AppStream
import PeopleLists
import Screen

/// A list of people on the screen: read, and then looked for, before anything is marked.
struct PeopleReport: Sendable, Equatable {
  let request: PeopleRequest
  /// What the list says; `nil` while it is being read.
  private(set) var list: PeopleList?
  /// Where its people were found; `nil` until they are.
  private(set) var findings: PeopleFindings?
  /// How many people of a list to keep are not found yet, while more is read.
  private(set) var awaitedCount = 0
  /// How much had been read of the account that people were looked for in last.
  private(set) var searched: ReadExtent?
  /// Whether people are being looked for.
  private(set) var isSearching = false
  /// Whether users are taken who differ only in case.
  private(set) var takesOtherCase = false
  /// What is to be read, on a screen of the present width.
  private(set) var lines: [PeopleLine] = []
  var scroll = Scroll()

  init(_ request: PeopleRequest) {
    self.request = request
  }

  /// What would be marked.
  var share: PeopleFindings.Share? { findings?.share(withOtherCase: takesOtherCase) }

  /// How many people of the list would not be taken.
  var notTakenCount: Int { findings.map { $0.people.count - $0.share(withOtherCase: takesOtherCase).people } ?? 0 }

  /// The people of the list who would not be taken.
  var notTaken: [FoundPerson] { findings?.notTaken(withOtherCase: takesOtherCase) ?? [] }

  /// Takes in what the list says.
  mutating func take(_ list: PeopleList) {
    self.list = list
  }

  /// Begins to look for the people in what has been read of an account.
  mutating func beginSearch(in extent: ReadExtent) {
    searched = extent
    isSearching = true
  }

  /// Takes in where the people were found.
  mutating func take(_ findings: PeopleFindings, on size: Size) {
    self.findings = findings
    isSearching = false
    layOut(for: size)
  }

  /// Takes in that so many people of a list to keep are not found yet: they are looked for again when more is read.
  mutating func await(_ count: Int) {
    awaitedCount = count
    isSearching = false
  }

  /// Takes users who differ only in case as well, or no more.
  mutating func toggleOtherCase(on size: Size) {
    takesOtherCase.toggle()
    layOut(for: size)
  }

  /// Lays its lines out for a screen of `size`.
  mutating func layOut(for size: Size) {
    lines = PeopleLines.of(self, columns: size.columns)
    scroll.fit(count: lines.count, height: Self.height(on: size))
  }

  mutating func move(_ movement: Movement, times: Int, on size: Size) {
    scroll.move(movement, times: times, count: lines.count, height: Self.height(on: size))
  }

  /// Under the header and the title, over a line for messages and the footer.
  static func height(on size: Size) -> Int { max(1, size.rows - 4) }
}
