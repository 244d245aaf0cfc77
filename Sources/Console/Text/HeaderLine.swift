import AWSClientCore
import PlainText
import Runs
import Screen

/// The line at the top: which account and Region this is, and what is special about them.
struct HeaderLine: Equatable {
  var left: String
  var right: String

  init(_ state: ConsoleState) {
    let context = state.context
    var parts = [Self.account(context.destination.profileName, state.caller), context.destination.region.visible]
    if context.destination.isDemo {
      parts.append("DEMO")
    } else if context.destination.isEndpointCustom {
      parts.append(context.destination.endpoint.visible)
    }
    if context.rules.readOnly != nil { parts.append("READ-ONLY") }
    let keys = state.keysExpire.map { state.credentialStage.text($0) }
    let mark = state.isAccountProtected ? Self.protectedMark : nil
    right = [keys, mark].compactMap(\.self).joined(separator: "  ")
    let room = state.size.columns - (right.isEmpty ? 0 : DisplayWidth.of(right) + 2)
    let essential = ([mark].compactMap(\.self) + parts).joined(separator: "  ")
    let full = ([mark, "appstream-console"].compactMap(\.self) + parts).joined(separator: "  ")
    // Where there is no room for everything, whose account it is matters more than the program's name.
    left = DisplayWidth.of(full) <= room ? full : essential.shortened(to: room)
  }

  static let protectedMark = "PROTECTED"

  private static func account(_ profile: String, _ caller: Caller) -> String {
    switch caller {
    case .asked: profile.visible
    case .unknown: "\(profile.visible) account unknown"
    case .known(let identity): "\(profile.visible) \(identity.account.visible)"
    }
  }
}

extension ConsoleState {
  func drawHeader(on frame: inout Frame) {
    let header = HeaderLine(self)
    let style: Style = isAccountProtected ? .protected : .title
    frame.put(header.left, row: 0, column: 0, style: style)
    frame.put(header.right, row: 0, column: size.columns - DisplayWidth.of(header.right), style: style)
  }
}
