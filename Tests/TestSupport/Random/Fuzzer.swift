import FoundationEssentials
import SeededNumbers

/// Makes inputs that nobody thought of: random bytes, and valid ones with changes in them.
///
/// What it makes follows from its seed. `FUZZ_SEED` in the environment sets another one, to see a failure again or to
/// look further, as `.ci/long` does.
package struct Fuzzer: RandomNumberGenerator {
  /// What a test prints, so that its inputs can be made again.
  package let note: String
  private var random: SeededGenerator

  /// Makes a fuzzer for the test called `name`, and prints its seed.
  package init(_ name: String) {
    let seed = Self.seed()
    random = SeededGenerator(seed)
    note = "\(name): \(Self.variable)=\(seed)"
    print(note)
  }

  /// The seed that the environment sets, or else the usual one.
  package static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment[variable].flatMap(UInt64.init) ?? usual
  }

  private static let variable = "FUZZ_SEED"
  private static let usual: UInt64 = 20_261_127

  package mutating func next() -> UInt64 { random.next() }

  /// One input: in a quarter of the cases random bytes and tokens, otherwise a sample with up to four changes.
  ///
  /// - Parameters:
  ///   - samples: Valid inputs.
  ///   - tokens: Texts that mean something in them.
  package mutating func input(from samples: [String], tokens: [String]) -> [UInt8] {
    guard Int.random(in: 0..<4, using: &self) > 0, let sample = samples.randomElement(using: &self) else {
      return (0..<Int.random(in: 0...24, using: &self)).flatMap { _ in piece(tokens) }
    }
    var bytes = Array(sample.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &self) { change(&bytes, tokens) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ tokens: [String]) {
    let index = Int.random(in: 0...bytes.count, using: &self)
    let end = min(bytes.count, index + Int.random(in: 1...40, using: &self))
    switch Int.random(in: 0..<6, using: &self) {
    case 0: bytes.replaceSubrange(index..<min(bytes.count, index + 1), with: piece(tokens))
    case 1: bytes.insert(contentsOf: piece(tokens), at: index)
    case 2: bytes.removeSubrange(index..<end)
    case 3: bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0...bytes.count, using: &self))
    case 4: bytes.replaceSubrange(index..<end, with: bytes[index..<end].reversed())
    default: bytes.removeSubrange(index...)
    }
  }

  private mutating func piece(_ tokens: [String]) -> [UInt8] {
    guard Bool.random(using: &self), let token = tokens.randomElement(using: &self) else {
      return [.random(in: .min ... .max, using: &self)]
    }
    return Array(token.utf8)
  }
}
