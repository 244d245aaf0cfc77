import PlainText
import Screen
import Testing

@testable import Console

/// Keys as settings have them.
@Suite struct KeyChangeTests {
  private func refusal(_ action: String, _ text: String) -> String {
    do {
      return "\(try KeyChange(of: action, to: text).keys)"
    } catch {
      return "\(error)"
    }
  }

  @Test func `keys are written as the help writes them, in small or capital letters, with blanks between them`() throws
  {
    let keys = try KeyChange(of: "page-down", to: "D  pgdn Ctrl-F ctrl-f SPACE é Up").keys
    #expect(keys == [.character("D"), .pageDown, .control("f"), .character(" "), .character("é"), .up])
    for key in listKeys.bindings.flatMap(\.keys) { #expect(key.name.flatMap { Key(named: $0) } == key) }
  }

  @Test(arguments: [
    ("delete", "D", "no key does delete: the names are in the manual, section KEYS"),
    ("stop", "X", "stop keeps its keys, so that everybody can stop, leave and confirm with them"),
    ("back", "b", "back keeps its keys, so that everybody can stop, leave and confirm with them"),
    ("send", "y", "send keeps its keys, so that everybody can stop, leave and confirm with them"),
    ("interrupt", "b", "interrupt keeps its keys, so that everybody can stop, leave and confirm with them"),
    ("remove", "", "remove needs a key"),
    ("remove", "7", "7 is a digit, which begins a number or what confirms a plan"),
    ("remove", "D 0", "0 is a digit, which begins a number or what confirms a plan"),
  ])
  func `what cannot be is refused with its reason`(action: String, text: String, reason: String) {
    #expect(refusal(action, text) == reason)
  }

  @Test(arguments: ["dd", "Ctrl-I", "Ctrl-M", "Ctrl-1", "Alt-d", "F2", "Shift-Tab", "\u{1}", "\u{202E}", "\u{300}"])
  func `what is no key is refused`(name: String) {
    #expect(refusal("remove", name).contains(" is no key: write one character, Space, Enter"))
  }

  @Test(arguments: ["Esc", "q", "x", "Ctrl-C", "Ctrl-L", "Ctrl-Z", "F1"])
  func `what stops, leaves or does the same everywhere can do nothing else`(name: String) {
    for action in KeyTables.names {
      #expect(refusal(action, name) == "\(name) stops, leaves or does the same everywhere, and can do nothing else")
    }
  }

  @Test func `a key that two actions of a screen would have is refused, and one that both screens spare is not`() throws
  {
    let taken = try KeyChange(of: "remove", to: "t")
    #expect(throws: KeyChangeError.conflict(KeyConflict(key: "t", actions: ["people", "remove"], screen: "The list"))) {
      try KeyTables(["remove": taken])
    }
    // H is a plan's.
    let help = try KeyChange(of: "help", to: "H")
    #expect(throws: KeyChangeError.conflict(KeyConflict(key: "H", actions: ["hidden", "help"], screen: "The plan"))) {
      try KeyTables(["help": help])
    }
    let swapped = try KeyTables(["remove": taken, "people": KeyChange(of: "people", to: "d")])
    #expect(swapped.list.action(for: .character("t")) == .plan && swapped.list.action(for: .character("d")) == .people)
    let free = try KeyTables(["save-plan": KeyChange(of: "save-plan", to: "v")])
    #expect(free.plan.action(for: .character("v")) == .save && free.list.action(for: .character("v")) == .rows(.range))
  }

  @Test func `an action has its keys on every screen that has it, and keeps none of the old ones`() throws {
    let keys = try KeyTables([
      "reload": KeyChange(of: "reload", to: "F Ctrl-R"), "down": KeyChange(of: "down", to: "z"),
    ])
    for key in [Key.character("F"), .control("r")] {
      #expect(keys.list.action(for: key) == .readAgain)
      #expect(keys.run.action(for: key) == .readAgain)
      #expect(keys.runs.action(for: key) == .readAgain)
    }
    #expect(keys.list.action(for: .character("r")) == nil)
    #expect(keys.plan.action(for: .character("z")) == .scroll(.down) && keys.plan.action(for: .down) == nil)
    #expect(keys.help.action(for: .character("z")) == .move(.down) && keys.movement.action(for: .down) == nil)
    #expect(keys.list.action(for: .character("j")) == nil)
  }

  @Test func `without changes the keys are the standard ones`() throws {
    #expect(try KeyTables([:]) == .standard)
    #expect(KeyTables.names.isSuperset(of: ["remove", "mark", "page-down", "undo", "next-failed", "help", "open"]))
    #expect(KeyTables.names.isDisjoint(with: KeyTables.heldNames))
    #expect(KeyTables.heldNames.isSuperset(of: ["stop", "back", "quit", "send", "interrupt", "redraw", "suspend"]))
  }
}
