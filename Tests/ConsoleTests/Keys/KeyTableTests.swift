import PlainText
import Screen
import Testing

@testable import Console

@Suite struct KeyTableTests {
  static let tables: [(ScreenKind, [[Key]], [KeyHint])] = [
    (.list, listKeys.bindings.map(\.keys), listKeys.hints),
    (.filterPrompt, filterPromptKeys.bindings.map(\.keys), filterPromptKeys.hints),
    (.plan, planKeys.bindings.map(\.keys), planKeys.hints),
    (.commandPrompt, commandPromptKeys.bindings.map(\.keys), commandPromptKeys.hints),
    (.run, runKeys.bindings.map(\.keys), runKeys.hints),
    (.runs, runsKeys.bindings.map(\.keys), runsKeys.hints),
    (.details, detailsKeys.bindings.map(\.keys), detailsKeys.hints),
    (.help, helpKeys.bindings.map(\.keys), helpKeys.hints),
    (.searchPrompt, searchPromptKeys.bindings.map(\.keys), searchPromptKeys.hints),
  ]

  @Test(arguments: tables)
  func `no key is bound twice on a screen`(screen: ScreenKind, bindings: [[Key]], hints: [KeyHint]) {
    let keys = (bindings + generalKeys.bindings.map(\.keys)).flatMap(\.self)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: tables)
  func `a footer names only keys of its screen`(screen: ScreenKind, bindings: [[Key]], hints: [KeyHint]) {
    #expect(!hints.isEmpty)
    for hint in hints {
      for name in hint.key.text.split(separator: "/", omittingEmptySubsequences: false) where hint.key != "/" {
        let key = Self.key(called: String(name))
        #expect(bindings.contains { $0.contains(key) }, "\(name) of \(screen)")
      }
    }
  }

  @Test(arguments: tables)
  func `the help says something of every key of a screen`(screen: ScreenKind, bindings: [[Key]], hints: [KeyHint]) {
    #expect(screen.keyHelp(.standard).count == bindings.count)
    for help in screen.keyHelp(.standard) {
      #expect(!help.typed.isEmpty && help.typed.count < Paragraph.labelColumns)
      #expect(!help.name.isEmpty)
      #expect(!help.meaning.isEmpty)
    }
  }

  @Test(arguments: [
    filterPromptKeys.bindings.map(\.keys), commandPromptKeys.bindings.map(\.keys), pathPromptKeys.bindings.map(\.keys),
    searchPromptKeys.bindings.map(\.keys),
  ])
  func `a line is edited by the same keys in every prompt, which does something else with Backspace alone`(
    bindings: [[Key]]
  ) {
    let editing = lineEditingKeys.bindings.flatMap(\.keys)
    #expect(Set(editing).count == editing.count)
    #expect(Set(editing).intersection(bindings.flatMap(\.self)).subtracting([.backspace]).isEmpty)
    #expect(Set(editing).isDisjoint(with: generalKeys.bindings.flatMap(\.keys)))
    for help in lineEditingKeys.help { #expect(help.typed.count < Paragraph.labelColumns && !help.meaning.isEmpty) }
  }

  @Test func `a table finds the action of each of a binding's keys, and of no other`() {
    #expect(listKeys.action(for: .character("j")) == .move(.down))
    #expect(listKeys.action(for: .down) == .move(.down))
    #expect(listKeys.action(for: .control("f")) == .move(.pageDown))
    #expect(listKeys.action(for: .character("Z")) == nil)
    #expect(generalKeys.action(for: .control("c")) == .interrupt)
  }

  private static func key(called name: String) -> Key {
    switch name {
    case "Space": .character(" ")
    case "Enter": .enter
    case "Esc": .escape
    case "Tab": .tab
    default: .character(name.first ?? " ")
    }
  }
}
