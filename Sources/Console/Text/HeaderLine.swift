import AWSClientCore
package import PlainText
import Runs
import Screen

/// The line at the top: which account and Region this is, and what is special about them.
struct HeaderLine: Equatable {
  var left: Line
  var right: Line

  init(_ state: ConsoleState) {
    let context = state.context
    var parts = [Self.account(context.destination.credentialsText, state.caller), Line(context.destination.region)]
    if context.destination.isDemo {
      parts.append("DEMO")
    } else if context.destination.isEndpointCustom {
      parts.append(Line(context.destination.endpoint))
    }
    if context.rules.readOnly != nil { parts.append("READ-ONLY") }
    let mark: Line? = state.isAccountProtected ? Self.protectedMark : nil
    let rights = [false, true].map { isShort in
      let life = state.credentialsEnd.map { state.credentialStage.text($0, isShort: isShort) }
      return [life, mark].compactMap(\.self).joined(separator: "  ")
    }
    func room(beside right: Line) -> Int { state.size.columns - (right.isEmpty ? 0 : DisplayWidth.of(right) + 2) }
    let essential = ([mark].compactMap(\.self) + parts).joined(separator: "  ")
    let full = ([mark, "appstream-console"].compactMap(\.self) + parts).joined(separator: "  ")
    // Where there is no room for everything, whose account it is matters more than the program's name and the word.
    right = DisplayWidth.of(essential) <= room(beside: rights[0]) ? rights[0] : rights[1]
    left = DisplayWidth.of(full) <= room(beside: right) ? full : essential.shortened(to: room(beside: right))
  }

  static let protectedMark: Line = "PROTECTED"

  private static func account(_ profile: String, _ caller: Caller) -> Line {
    switch caller {
    case .asked: Line(profile)
    case .unknown: "\(profile) account unknown"
    case .known(let identity): "\(profile) \(identity.account)"
    }
  }
}

extension ConsoleState {
  /// What the terminal's window may be called: the program, and as whom.
  package var windowTitle: Line {
    let title: Line = "appstream-console \(context.destination.credentialsText)"
    return Line(context.repertoire.spelling(title.text)).shortened(to: Self.longestTitle)
  }

  private static let longestTitle = 80

  func drawHeader(on frame: inout Frame) {
    let header = HeaderLine(self)
    let style: Style = isAccountProtected ? .protected : .title
    frame.put(header.left, row: 0, column: 0, style: style)
    frame.put(header.right, row: 0, column: size.columns - DisplayWidth.of(header.right), style: style)
  }
}
