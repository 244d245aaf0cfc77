/// Which bytes of a terminal came together, and how long nothing had come before.
///
/// A unit is what belongs together: a character, a sequence, a paste. The terminal's answers to queries, and keys that
/// are let go, count neither as company nor as noise, because they are no typing.
struct ReadTimes: Sendable {
  typealias Instant = ContinuousClock.Instant

  private struct Unit {
    var quiet: Duration
    /// Whether all its bytes came in one read.
    var isWhole = true
    /// Whether nothing was typed in that read before it.
    var isFirst: Bool
    var isTyping = true
  }

  /// When the last byte came that was typed; `nil` before the first.
  private var noise: Instant?
  /// When the last read was; `nil` before the first.
  private(set) var last: Instant?
  private var arrival: Instant?
  private var unit: Unit?
  /// Whether the unit that was not at its end when this read began was the only one of the only read it came in.
  private(set) var wasUnitAlone = false
  /// How many units of typing have ended in this read.
  private var ended = 0
  private var isWhole = false

  /// Begins a read at `moment` whose first byte had come at `arrival`.
  mutating func begin(at moment: Instant, arrival: Instant) {
    (last, self.arrival) = (moment, arrival)
    wasUnitAlone = isUnitAlone
    unit?.isWhole = false
    (ended, isWhole) = (0, false)
  }

  /// The next byte begins a unit.
  mutating func beginUnit() {
    let quiet = arrival.flatMap { arrival in noise.map { max(.zero, arrival - $0) } }
    unit = Unit(quiet: quiet ?? KeyPress.quietForEver, isFirst: ended == 0)
  }

  /// The unit is an answer of the terminal, or a key that is let go.
  mutating func unitIsNoTyping() {
    unit?.isTyping = false
  }

  /// The byte ends the unit, or nothing more is to come of it.
  mutating func endUnit() {
    guard let unit else { return }
    self.unit = nil
    guard unit.isTyping else { return }
    noise = last
    ended += 1
    isWhole = unit.isWhole
  }

  /// The byte belongs to another unit than the one that it cuts short.
  mutating func breakUnit() {
    endUnit()
    beginUnit()
  }

  /// How long nothing had come before the unit.
  var quiet: Duration { unit?.quiet ?? .zero }

  /// Whether the unit that is not at its end is the only one of the only read that it came in.
  var isUnitAlone: Bool { unit.map { $0.isWhole && $0.isFirst } ?? false }

  /// Whether the read held one unit of typing.
  var hadOneUnit: Bool { ended == 1 && isWhole && unit == nil }
}
