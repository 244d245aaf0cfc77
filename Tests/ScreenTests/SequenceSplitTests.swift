import Screen
import SeededNumbers
import Testing

/// However a sequence comes, it has the effect that was meant or none.
struct SequenceSplitTests {
  @Test(arguments: [0, 20, 90])
  func `a sequence in two reads is the same as in one`(gap: Int) {
    for (bytes, meant) in KnownSequences.all {
      for split in bytes.indices.dropFirst() {
        #expect(keys([bytes[..<split], bytes[split...]], gap: gap) == meant, "\(shown(bytes)) at \(split)")
      }
    }
  }

  @Test(arguments: [0, 20, 90])
  func `a sequence that comes byte by byte is the same as in one read`(gap: Int) {
    for (bytes, meant) in KnownSequences.all {
      #expect(keys(bytes.indices.map { bytes[$0...$0] }, gap: gap) == meant, "\(shown(bytes))")
    }
  }

  @Test(arguments: [160, 400, 900], [false, true])
  func `a sequence that pauses has the effect that was meant`(gap: Int, isAsked: Bool) {
    for (bytes, meant) in KnownSequences.all {
      for split in bytes.indices.dropFirst() {
        let got = keys([bytes[..<split], bytes[split...]], gap: gap, isAsked: isAsked)
        // An ESC that nothing follows for 100 ms is the key. What comes then is swallowed, but for Ctrl-C.
        let late: [Key] = [.escape] + meant.filter { $0 == .control("c") }
        #expect(got == meant || split == 1 && got == late, "\(shown(bytes)) at \(split): \(got)")
      }
    }
  }

  @Test(arguments: [1100, 1900], [false, true])
  func `a sequence that was given up takes its rest along`(gap: Int, isAsked: Bool) {
    for (bytes, meant) in KnownSequences.all {
      for split in bytes.indices.dropFirst(2) where !meant.contains(where: isPaste) {
        let got = keys([bytes[..<split], bytes[split...]], gap: gap, isAsked: isAsked)
        // Escape and Alt with a sign is what ends a string that was given up for too long.
        #expect([meant, []].contains(got), "\(shown(bytes)) at \(split): \(got)")
      }
    }
  }

  /// An end mark without a paste says that what came before was pasted, so it is left out.
  @Test func `a stream of keys and sequences in reads of any size gives the keys and no other`() {
    var random = SeededGenerator(11)
    let sequences = KnownSequences.all.filter { $0.bytes != Array("\u{1B}[201~".utf8) }
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      var meant: [Key] = []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        if Bool.random(using: &random) {
          let sequence = sequences.randomElement(using: &random) ?? ([], [])
          bytes += sequence.bytes
          meant += sequence.meant
        } else {
          let letter = "jkxdy é界".randomElement(using: &random) ?? "j"
          bytes += Array(String(letter).utf8)
          meant.append(.character(letter))
        }
      }
      var reads: [ArraySlice<UInt8>] = []
      var start = 0
      while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...9, using: &random))
        reads.append(bytes[start..<end])
        start = end
      }
      #expect(keys(reads, gap: 20) == meant, "\(reads.map(shown))")
    }
  }

  @Test func `any bytes at all leave a keyboard that works, and every Ctrl-C among them counts`() {
    var random = SeededGenerator(12)
    let common = Array("\u{1B}[O]P_~;0129MmuRncyq\u{3}\r".utf8)
    for _ in 0..<3000 {
      var keyboard = TestKeyboard()
      var controlCs = 0
      var got = 0
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let bytes = (0..<Int.random(in: 1...10, using: &random)).map { _ in
          Bool.random(using: &random)
            ? UInt8.random(in: 0...255, using: &random) : common.randomElement(using: &random) ?? 0
        }
        controlCs += bytes.count { $0 == 0x03 }
        got += keyboard.receive(bytes).presses.count { $0.key == .control("c") }
        keyboard.pass([0, 20, 160, 1100].randomElement(using: &random) ?? 0)
      }
      #expect(got >= controlCs)
      _ = keyboard.wait()
      #expect(keyboard.read(Array("q".utf8)) == [KeyPress(key: .character("q"), isAlone: true)])
    }
  }

  /// The keys that come of `reads`; a key that is pressed long after them is pressed as ever.
  private func keys(_ reads: [some Collection<UInt8>], gap: Int, isAsked: Bool = true) -> [Key] {
    var keyboard = TestKeyboard()
    var keys: [Key] = []
    for read in reads {
      keys += keyboard.receive(Array(read)).presses.map(\.key)
      if isAsked { keys += keyboard.wait(gap).map(\.key) } else { keyboard.pass(gap) }
    }
    keys += keyboard.wait().map(\.key)
    #expect(keyboard.read(Array("q".utf8)) == [KeyPress(key: .character("q"), isAlone: true)])
    return keys
  }

  private func isPaste(_ key: Key) -> Bool {
    if case .paste = key { true } else { false }
  }

  private func shown(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}
