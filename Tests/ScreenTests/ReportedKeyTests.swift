import Screen
import Testing

/// Keys as newer terminals report them, in the forms that their documents have.
struct ReportedKeyTests {
  @Test(
    arguments: [
      // kitty, "Comprehensive keyboard handling in terminals".
      ("[99;5u", .control("c")), ("[99;5:1u", .control("c")), ("[99;5:2u", .control("c")), ("[99;6u", .control("c")),
      ("[99;69u", .control("c")), ("[99;133u", .control("c")), ("[99;197u", .control("c")),
      ("[1089::99;5u", .control("c")), ("[67;5u", .control("c")), ("[99;5;3u", .control("c")),
      ("[27u", .escape), ("[27;1u", .escape), ("[27;129u", .escape), ("[91;5u", .escape),
      ("[13u", .enter), ("[13;129u", .enter), ("[13;2u", .enter), ("[13;5u", .enter), ("[109;5u", .enter),
      ("[9u", .tab), ("[105;5u", .tab), ("[127u", .backspace), ("[127;5u", .backspace), ("[104;5u", .backspace),
      ("[106u", .character("j")), ("[120u", .character("x")), ("[120;1:2u", .character("x")), ("[32u", .character(" ")),
      ("[97;2u", .character("A")), ("[97:65;2u", .character("A")), ("[65;2u", .character("A")),
      ("[97;65u", .character("a")), ("[97;;97u", .character("a")), ("[97;65;65u", .character("A")),
      ("[49:33;2u", .character("!")), ("[63;2u", .character("?")), ("[233u", .character("é")),
      ("[30028u", .character("界")), ("[101;;101:769u", .character("e\u{301}")),
      ("[57399u", .character("0")), ("[57408u", .character("9")), ("[57413u", .character("+")), ("[57414u", .enter),
      ("[57419u", .up), ("[57420;129u", .down), ("[57421u", .pageUp), ("[57426u", .delete),
      ("[1;1:1A", .up), ("[1;129B", .down), ("[1;65:2C", .right), ("[5;1:1~", .pageUp), ("[3;129~", .delete),
      ("[1;129H", .home),
      // xterm, "modifyOtherKeys".
      ("[27;5;99~", .control("c")), ("[27;6;67~", .control("c")), ("[27;5;27~", .escape), ("[27;2;13~", .enter),
      ("[27;5;13~", .enter), ("[27;2;65~", .character("A")), ("[27;2;63~", .character("?")), ("[27;5;91~", .escape),
      ("[27;2;228~", .character("ä")),
      // win32-input-mode.
      ("[67;46;3;1;8;1_", .control("c")), ("[67;46;3;1;296;1_", .control("c")), ("[67;46;3;1;24_", .control("c")),
      ("[27;1;27;1;0;1_", .escape), ("[13;28;13;1;32;1_", .enter), ("[13;28;10;1;8;1_", .enter),
      ("[74;36;106;1;0;1_", .character("j")), ("[74;36;74;1;128;1_", .character("J")),
      ("[74;36;74;1;16;1_", .character("J")), ("[81;16;64;1;9;1_", .character("@")), ("[;;233;1_", .character("é")),
      ("[8;14;8;1;0;1_", .backspace), ("[9;15;9;1;0;1_", .tab), ("[38;72;0;1;256;1_", .up), ("[33;73;;1;256_", .pageUp),
      ("[46;83;0;1;256;1_", .delete),
    ] as [(String, Key)]
  )
  func `is the key that it stands for, and alone`(sequence: String, key: Key) {
    var keyboard = TestKeyboard()
    #expect(keyboard.read(Array("\u{1B}\(sequence)".utf8)) == [KeyPress(key: key, isAlone: true)])
  }

  @Test(arguments: [
    "[99;3u", "[99;7u", "[99;9u", "[120;3u", "[9;2u", "[49;2u", "[57441;2u", "[57358u", "[57364u", "[57427u", "[0u",
    "[u",
    "[55296u", "[1114112u", "[99999999999999999999u", "[133u", "[49;5u", "[1089;5u", "[97;;27u", "[97;;97:98u",
    "[?5u", "[>1u", "[27;3;120~", "[27;5;50~", "[27;5;99;1~", "[16;42;0;1;16;1_", "[_",
    "[88;45;120;1;2;1_", "[9;15;9;1;16;1_", "[0;0;55357;1;0;1_", "[32;57;0;1;8;1_", "[38;72;0;1;258;1_",
    "[0;0;155;1;0;1_",
  ])
  func `that is none of ours is swallowed`(sequence: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys("\u{1B}\(sequence)q") == [.character("q")])
  }

  @Test(arguments: [
    "[99;5:3u", "[27;1:3u", "[13;1:3u", "[120;129:3u", "[1;1:3A", "[5;1:3~", "[67;46;3;0;8;1_", "[13;28;13_",
  ])
  func `that is let go is nothing, and no company to a key`(sequence: String) {
    var keyboard = TestKeyboard()
    #expect(keyboard.keys("\u{1B}\(sequence)") == [])
    #expect(keyboard.read(Array("\u{1B}\(sequence)\r".utf8)) == [KeyPress(key: .enter, isAlone: true)])
  }

  @Test(arguments: ["\u{9B}99;5u", "\u{9B}A", "\u{8F}A", "\u{9D}0;dy\u{7}", "\u{90}1$ry\u{1B}\\"])
  func `begins with a control of 8 bits where a terminal sends those`(bytes: String) {
    var keyboard = TestKeyboard()
    let meant: [Key] = bytes.hasSuffix("A") ? [.up] : bytes.hasSuffix("u") ? [.control("c")] : []
    #expect(keyboard.keys(bytes) == meant)
    let raw = [bytes.unicodeScalars.first.map { UInt8($0.value) } ?? 0] + bytes.utf8.dropFirst(2)
    #expect(keyboard.receive(raw).presses.map(\.key) == meant)
    #expect(!keyboard.isWaiting)
  }
}
