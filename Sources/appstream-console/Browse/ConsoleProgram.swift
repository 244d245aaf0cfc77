import Console
import FoundationEssentials
import NcursesTerminal

/// The console's loop: what happened goes in, the state changes, effects are started, the screen is drawn.
///
/// Everything that takes time is a child task that can only answer with another input, so a key never waits for the
/// network, and drawing never holds up a run.
@MainActor
struct ConsoleProgram {
  let session: Session
  /// When the keys end, shown in the header.
  let keysExpire: Date?
  let theme: Theme

  /// Runs the console until it is left.
  ///
  /// - Returns: What is to be said on the normal screen afterwards.
  /// - Throws: ``TerminalError`` or ``SignalsError`` when it cannot open.
  func run(_ context: ConsoleContext, _ environment: [String: String]) async throws -> [String] {
    let (inputs, inbox) = AsyncStream.makeStream(of: LoopInput.self)
    var desk = try TerminalDesk(theme: theme, environment: environment, inbox: inbox)
    var context = context
    context.isASCII = context.isASCII || !desk.hasUnicodeLocale
    var state = ConsoleState(context: context, size: desk.size)
    let performer = EffectPerformer(session: session, keysExpire: keysExpire, inbox: inbox)

    await withDiscardingTaskGroup { group in
      inbox.yield(.event(.started))
      loop: for await input in inputs {
        var afterDrawing: [Effect] = []
        for event in desk.events(of: input) {
          for effect in update(&state, event) {
            switch effect {
            case .leave: break loop
            case .discardTypedAhead, .suspend, .redraw: afterDrawing.append(effect)
            default: performer.start(effect, in: &group)
            }
          }
        }
        desk.draw(state, isUrgent: input.isUrgent)
        for effect in afterDrawing {
          switch effect {
          case .discardTypedAhead: desk.discardTypedAhead(state)
          case .suspend: desk.suspend().forEach { inbox.yield(.event($0)) }
          default: desk.redraw()
          }
        }
        for later in desk.takeLaterInputs() {
          group.addTask {
            do { try await Task.sleep(for: later.wait) } catch { return }
            inbox.yield(later.input)
          }
        }
      }
      group.cancelAll()
    }
    desk.leave()
    return state.farewell
  }
}
