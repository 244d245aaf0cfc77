import AWSClientCore
import Console
import NcursesTerminal
import PlainText

/// The console's loop: what happened goes in, the state changes, effects are started, the screen is drawn.
///
/// Everything that takes time is a child task that can only answer with another input, so a key never waits for the
/// network, and drawing never holds up a run.
@MainActor
struct ConsoleProgram {
  let performer: EffectPerformer
  let inbox: LoopInbox
  let wishes: TerminalWishes
  let process: ProcessContext

  /// Runs the console until it is left.
  ///
  /// - Returns: What is to be said on the normal screen afterwards.
  /// - Throws: `TerminalError` or `SignalsError` when it cannot open.
  func run(_ environment: [String: String]) async throws -> [Line] {
    var desk = try TerminalDesk(
      wishes,
      environment: environment,
      inbox: inbox,
      moment: { [process] in process.moment }
    )
    var context = performer.context
    context.isASCII = context.isASCII || !desk.hasUnicodeLocale
    var state = ConsoleState(context: context, size: desk.size, now: process.moment)

    await withDiscardingTaskGroup { group in
      inbox.yield(.event(.started))
      process.clockNotice.redirect { [inbox] skew in inbox.yield(.event(.clockDiffers("\(skew)"))) }
      loop: while true {
        let input = await inbox.next()
        if case .sessionEvent(_, let session) = input, session != performer.session { continue }
        var events = desk.events(of: input)
        repeat {
          var afterDrawing: [TerminalEffect] = []
          for event in events {
            for effect in update(&state, event) {
              switch effect {
              case .leave: break loop
              case .terminal(.awaitSight(let number)): desk.awaitSight(number)
              case .terminal(let effect): afterDrawing.append(effect)
              case .task(let effect): performer.start(effect, in: &group)
              case .run(let effect): performer.start(effect, in: &group)
              case .session(let effect): performer.start(effect, in: &group)
              }
            }
          }
          desk.draw(state, isChanged: !events.isEmpty, isUrgent: input.isUrgent)
          events = []
          for effect in afterDrawing {
            switch effect {
            case .suspend: events += desk.suspend()
            case .redraw: desk.redraw()
            case .ring: desk.ring()
            case .copy(let line): events += desk.copy(line)
            case .awaitSight(let number): desk.awaitSight(number)
            }
          }
          events += desk.takeSights()
        } while !events.isEmpty
        for later in desk.takeLaterInputs() {
          group.addTask { [inbox] in
            do { try await Task.sleep(for: later.wait) } catch { return }
            inbox.yield(later.input)
          }
        }
      }
      group.cancelAll()
    }
    desk.leave()
    let made = state.runsMade
    return state.farewell(knowing: made.isEmpty ? [] : performer.listedRuns(about: made))
  }
}
