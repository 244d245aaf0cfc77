import Screen
import Testing

@testable import NcursesTerminal

@Suite struct ThemeTests {
  private static let looks = TerminalLooks.Colours.allCases.flatMap { colours in
    [true, false].map { TerminalLooks(colours: colours, hasDim: $0) }
  }

  @Test(arguments: Theme.allCases, looks)
  func `a protected account's frame has another look than others`(theme: Theme, looks: TerminalLooks) {
    #expect(theme.look(of: .protected, on: looks) != theme.look(of: .frame, on: looks))
    #expect(theme.look(of: .protected, on: looks) != theme.look(of: .title, on: looks))
  }

  @Test(arguments: Theme.allCases, looks)
  func `a removed row can be read, and told from the others`(theme: Theme, looks: TerminalLooks) {
    let removed = theme.look(of: .removed, on: looks)
    #expect(removed != theme.look(of: .text, on: looks))
    #expect(removed.background == .ofTerminal)
    #expect(removed.attributes.contains(.dim) == looks.hasDim)
    #expect(![.black, .white, .brightWhite].contains(removed.foreground))
  }

  @Test(arguments: Theme.allCases, looks)
  func `what went wrong has a look of its own`(theme: Theme, looks: TerminalLooks) {
    let danger = theme.look(of: .danger, on: looks)
    for style in Style.allCases where style != .danger { #expect(theme.look(of: style, on: looks) != danger) }
  }

  @Test(arguments: Theme.allCases, looks)
  func `colours are used where there are some, in all themes but mono`(theme: Theme, looks: TerminalLooks) {
    let coloured = Style.allCases.filter { style in
      let look = theme.look(of: style, on: looks)
      return look.foreground != .ofTerminal || look.background != .ofTerminal
    }
    #expect(coloured.isEmpty == (theme == .mono || looks.colours == .none))
  }

  @Test(arguments: Theme.allCases)
  func `with eight colours none of the others is used`(theme: Theme) {
    let looks = TerminalLooks(colours: .eight, hasDim: false)
    for style in Style.allCases {
      let look = theme.look(of: style, on: looks)
      #expect(look.foreground.rawValue < 8 && look.background.rawValue < 8, "\(style)")
    }
  }

  @Test(arguments: [("1", Theme.mono), ("0", .mono), ("", .light)])
  func `NO_COLOR refuses colours unless it is empty`(value: String, theme: Theme) {
    #expect(Theme.light.allowed(by: ["NO_COLOR": value]) == theme)
    #expect(Theme.light.allowed(by: [:]) == .light)
  }
}
