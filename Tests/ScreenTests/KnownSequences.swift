import Screen

/// What terminals send, each with the key that is meant by it.
enum KnownSequences {
  static let all: [(bytes: [UInt8], meant: [Key])] = keys + reports.map { (Array($0.utf8), []) } + pastes

  private static let keys: [(bytes: [UInt8], meant: [Key])] = [
    ("[A", .up), ("OA", .up), ("OB", .down), ("[1;5C", .right), ("[a", .up), ("Oa", .up), ("[H", .home), ("[1~", .home),
    ("[4~", .end), ("[5~", .pageUp), ("[6;2~", .pageDown), ("[6^", .pageDown), ("[6$", .pageDown), ("[2@", .insert),
    ("OP", .f1), ("[P", .f1), ("[1;1P", .f1), ("[1;129P", .f1), ("[11~", .f1), ("[11;65~", .f1), ("[[A", .f1),
    ("[112;59;0;1;0;1_", .f1),
    ("[3~", .delete), ("OM", .enter), ("Ox", .character("8")),
    ("[99;5u", .control("c")), ("[99;5:1u", .control("c")), ("[27u", .escape), ("[13;129u", .enter),
    ("[106u", .character("j")), ("[120;1:1;120u", .character("x")), ("[97:65;2u", .character("A")),
    ("[1;1:1A", .up), ("[5;129:2~", .pageUp), ("[57414u", .enter),
    ("[27;5;99~", .control("c")), ("[27;2;65~", .character("A")),
    ("[67;46;3;1;8;1_", .control("c")), ("[74;36;106;1;0;1_", .character("j")), ("[38;72;0;1;256;1_", .up),
  ].map { (Array("\u{1B}\($0)".utf8), [$1]) }

  /// Function keys, keys let go, Alt, the mouse in each of its modes, focus, and answers to queries.
  private static let reports: [String] = [
    "[12~", "[24;5~", "OQ", "OS", "[[B", "[1;2R", "[Z", "[E", "Oj", "[15;2~",
    "[99;5:3u", "[1;1:3A", "[67;46;3;0;8;1_", "[57441;2u", "[16;42;0;1;16;1_",
    "[M !!", "[Mdyx", "[M a\u{A1}", "[M\u{E1}\u{151}q", "[<0;120;40M", "[<65;9;9m", "[32;120;40M", "[t!!", "[T!!!!!!",
    "[2;1;10;20;1&w", "[I", "[O",
    "[0n", "[3n", "[24;80R", "[?24;80;1R", "[?1;2c", "[>41;354;0c", "[=1;2c", "[?62;22c", "[?2004;1$y", "[4;1$y",
    "[8;24;80t", "[2;1;1;128;128;1;0x", "[?5u", "[?997;1n", "[201~",
    "]11;rgb:0000/0000/0000\u{7}", "]52;c;ZHkK\u{1B}\\", "]4;1;rgb:cd/00/00\u{1B}\\", "]lxaj\u{1B}\\",
    "P1$r0m\u{1B}\\", "P>|XTerm(354)\u{1B}\\", "P!|00000000\u{1B}\\", "P1+r544e=787465726d\u{1B}\\",
    "_Gi=31;OK\u{1B}\\", "^dxa\u{1B}\\", "Xdxa\u{1B}\\",
  ].map { "\u{1B}\($0)" }

  private static let pastes: [(bytes: [UInt8], meant: [Key])] = [
    "", "y", "60 from 3 stacks\r", "dy\u{1B}[A\n",
  ].map { (Array("\u{1B}[200~\($0)\u{1B}[201~".utf8), [.paste($0)]) }
}
