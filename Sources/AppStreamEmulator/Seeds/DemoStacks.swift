/// A stack of the demo seed.
struct DemoStack {
  let name: String
  let displayName: String?
  let description: String?

  init(_ name: String, _ displayName: String?, _ description: String? = nil) {
    self.name = name
    self.displayName = displayName
    self.description = description
  }
}

extension Seed {
  /// Display names and descriptions are free texts, so two of them are what a careless or hostile hand would write.
  static let demoStacks = [
    DemoStack("biology-2026a", "Biology, spring 2026", "Microscopy and statistics for BIO-101 to BIO-240"),
    DemoStack("chemistry-lab", "Chemistry lab"),
    DemoStack("design-studio-2026b", "Design studio \u{202e}2026b\u{202c}", "CAD, rendering, page layout"),
    DemoStack("history-archive", "History archive", "Read only"),
    DemoStack("maths-open", "Mathematics"),
    DemoStack("physics-exam", "Physics, exam room", "Locked-down desktop; \u{1b}[31mno clipboard\u{1b}[0m, no printer"),
    DemoStack("staff-tools", "Staff tools", "Payroll, grading, timetables"),
    DemoStack("visitors", nil),
    DemoStack("geo-mapping", "GIS and mapping"),
    DemoStack("language-lab", "Sprachlabor / 語学ラボ"),
    DemoStack("library-kiosk", "Library kiosk", "The machines by the door"),
    DemoStack("nursing-simulation-training-2026-second-intake", "Nursing simulation", "Second intake"),
  ]
}
