import FoundationEssentials
import SeededNumbers
import Testing

@testable import AppStreamEmulator

@Suite struct SeededGeneratorTests {
  @Test func `the generator is SplitMix64`() {
    // The first numbers of the reference implementation for the seed 1234567 (prng.di.unimi.it/splitmix64.c).
    var random = SeededGenerator(1_234_567)
    let numbers = (0..<3).map { _ in random.next() }
    #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `a request id is a UUID of version 4`() {
    var random = SeededGenerator(1)
    for _ in 0..<100 {
      let id = random.uuid()
      #expect(UUID(uuidString: id)?.uuidString.lowercased() == id)
      #expect(Array(id)[14] == "4")
      #expect("89ab".contains(Array(id)[19]))
    }
  }
}
