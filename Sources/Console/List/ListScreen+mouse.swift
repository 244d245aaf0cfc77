import AppStream
import Screen

/// The mouse in the list goes to the pane that it is in.
extension ListScreen {
  func take(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let geometry = console.geometry
    switch geometry.pane(at: event.position.column, showing: console.panes.focus) {
    case .rows:
      let isTaken = console.take(event, over: .list, top: geometry.firstRow)
      if isTaken, event.action == .press { console.panes.focus = .rows }
    case .stacks:
      console.giveUpDrawing(in: .list, at: event)
      return takeOnStacks(event, in: &console)
    case nil: console.giveUpDrawing(in: .list, at: event)
    }
    return []
  }

  private func takeOnStacks(_ event: MouseEvent, in console: inout ConsoleState) -> [Effect] {
    let (geometry, count) = (console.geometry, console.estate.stacks.count + 1)
    let isTaken = console.panes.stacksCursor
      .take(event, top: geometry.firstRow, count: count, height: geometry.height)
    guard isTaken else { return [] }
    console.message = nil
    if event.action == .press { console.panes.focus = .stacks }
    return console.showStackUnderCursor()
  }
}
