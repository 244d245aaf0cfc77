/// A user of the demo seed, and the stacks that the user is on.
struct DemoPerson {
  var name: String
  var first: String?
  var last: String?
  var status = "CONFIRMED"
  var isEnabled = true
  var stacks: [String]
}

extension Seed {
  /// 250 people: those whose names or troubles matter, then as many ordinary ones as it takes.
  static let demoPeople: [DemoPerson] = {
    let known = demoContractors + demoOddities
    let ordinary = (0..<(250 - known.count)).map(ordinaryPerson)
    let associations = (known + ordinary).reduce(0) { $0 + $1.stacks.count }
    return known + spread(900 - associations, over: ordinary)
  }()

  /// The people of the screens in the documentation.
  private static let demoContractors: [DemoPerson] = [
    person("abe.olsen@contr.example", "Abe", "Olsen", ["biology-2026a", "chemistry-lab"]),
    person("Ada.Byron@contr.example", "Ada", "Byron", ["biology-2026a"]),
    person("ada.byron@contr.example", "Ada", "Byron", ["maths-open"], status: "UNCONFIRMED"),
    person("bo.diaz@contr.example", "Bo", "Diaz", ["biology-2026a", "chemistry-lab", "physics-exam"]),
    person("chris.okafor@contr.example", "Chris", "Okafor", ["maths-open"]),
    person("cleo.marsh@contr.example", "Cleo", "Marsh", ["visitors"]),
    person("dana.weiss@contr.example", "Dana", "Weiss", ["chemistry-lab", "physics-exam"]),
    person("eli.n@contr.example", nil, nil, ["biology-2026a"], status: "FORCE_CHANGE_PASSWORD"),
    person("emma.lindqvist-hansen@contr.example", "Emma", "Lindqvist-Hansen", ["biology-2026a"]),
    person("femi.ade@contr.example", "Femi", "Ade", ["biology-2026a"], isEnabled: false),
    person("fox.m@contr.example", "Fox", "M", ["maths-open"]),
    person("gus.petit@contr.example", "Gus", "Petit", ["biology-2026a", "physics-exam"]),
    person("hana.sato@contr.example", "Hana", "Sato", ["design-studio-2026b"]),
    person("ida.ross@contr.example", "Ida", "Ross", ["biology-2026a"]),
    person("ivo.tamm@contr.example", "Ivo", "Tamm", ["chemistry-lab"], status: "ARCHIVED"),
    person("ola.berg@contr.example", "Ola", "Berg", ["physics-exam"]),
    person("ravi.iyer@contr.example", "Ravi", "Iyer", ["staff-tools", "visitors"]),
    person("tia.moss@contr.example", "Tia", "Moss", ["biology-2026a"]),
    person("udo.brandt@contr.example", "Udo", "Brandt", ["biology-2026a"]),
    person("uma.vale@contr.example", "Uma", "Vale", ["visitors"]),
    person("vic.stone@contr.example", "Vic", "Stone", ["biology-2026a"], isEnabled: false),
  ]

  /// Names that are legal, or were let in by mistake, and that a program must show, sort, send and quote right.
  private static let demoOddities: [DemoPerson] = [
    person("Lee.Chan@campus.example", "Lee", "Chan", ["geo-mapping"]),
    person("lee.chan@campus.example", "Lee", "Chan", ["geo-mapping", "language-lab"]),
    person("dept/print|shared@campus.example", nil, nil, ["library-kiosk", "visitors"]),
    person("山田太郎@campus.example", nil, nil, ["language-lab"]),
    person("zoe\u{308}.müller@campus.example", "Zoe", "Mueller", ["language-lab"]),
    person("עדה@campus.example", nil, nil, ["language-lab", "maths-open"]),
    person("+shift=2@campus.example", "=HYPERLINK(1)", "@SUM", ["staff-tools"]),
    person("mallory@campus.example", "Mal\u{1b}[31mlory", "\u{202e}Red\u{202c}", ["visitors"]),
    person("wide.name@campus.example", "界界界界界界界界", "e\u{301}\u{301}\u{301}", ["language-lab"]),
    person(
      "a.person.whose.address.is.as.long.as.the.service.allows.and.then.goes.on.until.the.very.last.of.its.characters"
        + "@campus.example",
      "Alexandrina Bartholomea Constantia",
      "Featherstonehaugh-Cholmondeley-Marjoribanks",
      ["history-archive"]
    ),
  ]

  private static func person(
    _ name: String,
    _ first: String?,
    _ last: String?,
    _ stacks: [String],
    status: String = "CONFIRMED",
    isEnabled: Bool = true
  ) -> DemoPerson {
    DemoPerson(name: name, first: first, last: last, status: status, isEnabled: isEnabled, stacks: stacks)
  }
}
