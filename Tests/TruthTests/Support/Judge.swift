import AppStream
import Runs

/// Compares what a run says of an entry with what the wire and the service's record say.
struct Judge {
  let operation: RunOperation
  /// The legs in which calls on their way were given up, so that an answer may have come too late to be taken in.
  let cutLegs: Set<Int>
  /// Whether keys were found that nothing may be signed with, so that it was not read what became of what was sent.
  let lacksKeys: Bool
  /// Whether the run was stopped in its last leg.
  let wasStopped: Bool
  /// Whether reads show changes late, so that one that shows an entry undone may soon be wrong.
  let isLagging: Bool
  /// Whether everything has to be known by now.
  let isOver: Bool

  /// What is wrong with `entry`'s outcome; nothing, in a run that tells the truth.
  func objections(to entry: RunEntry, _ story: EntryStory) -> [String] {
    guard let outcome = entry.outcome else { return ["it has no outcome"] }
    var objections = sendingObjections(story)
    let since = story.sightingsSinceSent.filter { isTelling($0, story) }
    let reached = since.filter { isReached($0.isThere) }
    let last = story.sends.last
    switch outcome {
    case .removed, .absent, .restored, .present:
      if reached.isEmpty { objections.append("no read showed it so since it was sent") }
      let isOurs = outcome == .removed || outcome == .restored
      if (outcome == .removed || outcome == .absent) != (operation == .disassociate) {
        objections.append("it is an outcome of the other operation")
      }
      if isOurs != isOurDoing(story), !story.sends.contains(where: isUncertain), !isCutBeforeItArrived(entry, story) {
        objections.append("it is the other's doing")
      }
      if !isOurs, let last, !isUncertain(last), !codes(of: last).contains(entry.error?.code ?? "") {
        objections.append("its code is not the last answer's")
      }
      if let sight = reached.first, isReached(sight.isThere) != isReached(sight.isThereInTruth),
        !story.meddlings.contains(where: { meddling in
          // What lags behind may not show what was undone before the read, and neither may several pages.
          !isReached(meddling.isThere) && meddling.position <= sight.position
            && (isLagging || sight.isOfPages || meddling.position > sight.begin)
        })
      {
        objections.append("it was not so when it was read, and nobody else changed it")
      }
    case .failed:
      objections += failureObjections(entry, story, since)
    case .stopped:
      if !wasStopped { objections.append("the run was not stopped") }
      if let last, last.answer == .clean || isErrors(last.answer), !isUncertain(last) {
        objections.append("its last call was answered")
      }
      if last != nil, !since.contains(where: { !isReached($0.isThere) }) {
        objections.append("it was sent, and no read has shown it undone since")
      }
    case .unknown:
      if last == nil, cutLegs.isEmpty { objections.append("it was never sent") }
      // What is seen after a read that failed may have been read for another entry's sake.
      if cutLegs.isEmpty, !lacksKeys, !story.failedReads.contains(where: { $0 > last?.position ?? -1 }) {
        objections.append("no read of its stack failed since it was sent")
      }
    }
    if isOver, outcome == .unknown || outcome == .stopped { objections.append("it can be known, and is not") }
    // A lost call of a stopped run that did its work unseen is found when the run goes on.
    let isYetToShow = outcome == .stopped && isLagging && (story.losses > 0 || story.sends.contains(where: isUncertain))
    let isClaimedUndone = outcome == .failed || (outcome == .stopped && !isYetToShow)
    if isClaimedUndone, isReached(story.isThere), !story.meddlings.contains(where: { isReached($0.isThere) }) {
      objections.append("the service has done it, and nobody else did")
    }
    return objections
  }

  private func failureObjections(
    _ entry: RunEntry,
    _ story: EntryStory,
    _ since: [EntryStory.Sighting]
  ) -> [String] {
    var objections: [String] = []
    guard let last = story.sends.last else { return ["it was never sent"] }
    let isMissing = { (sight: EntryStory.Sighting) in !isReached(sight.isThere) }
    if !since.contains(where: isMissing) { objections.append("no read showed it so since it was sent") }
    // Of several pages nobody may have taken in what they did not show, since a read that follows them failed.
    let first = since.first { $0.leg == last.leg && !$0.isDoubtful && !$0.isOfPages }
    if let first, !isMissing(first), !isUncertain(last),
      !story.meddlings.contains(where: { meddling in
        // What lags behind shows a change of before the read only after it, and what one page has shown may be undone
        // before the last page is read.
        !isReached(meddling.isThere) && meddling.position > (isLagging ? last.position : first.begin)
      })
    {
      objections.append("the first read since it was sent showed it done, and nobody undid it")
    }
    if !isUncertain(last), !codes(of: last).contains(entry.error?.code ?? "") {
      objections.append("its code is not the last answer's")
    }
    switch last.answer {
    case .clean where !isUncertain(last) && since.count(where: isMissing) < 4:
      objections.append("it was given up before four reads showed it undone")
    case .lost where story.losses < 3 && cutLegs.isEmpty:
      objections.append("it was given up before three answers were lost")
    case .refused(_, isAlone: false) where !isUncertain(last): objections.append("it was refused in company")
    default: break
    }
    return objections
  }

  /// An entry is sent again only after an answer that was lost, or a refusal that others had a part in, and a read.
  private func sendingObjections(_ story: EntryStory) -> [String] {
    var objections: [String] = []
    for (send, next) in zip(story.sends, story.sends.dropFirst()) {
      switch send.answer {
      case .clean where !isUncertain(send), .errors where !isUncertain(send):
        objections.append("it was sent again after an answer")
      default: break
      }
      let between = story.sightings.filter {
        $0.begin > send.position && $0.position < next.position && isTelling($0, story)
      }
      if !between.contains(where: { !isReached($0.isThere) }) {
        objections.append("it was sent again, and no read had shown it undone")
      }
    }
    if story.losses > 3 { objections.append("it was sent more than three times") }
    return objections
  }

  /// Whether a sighting tells anything: several pages that do not show a row, only where a clean answer of the same leg
  /// explains it and two reads have not denied that since.
  ///
  /// One read may have been asked for before the answer came, on account of what was sent in an earlier leg, and tells
  /// nothing of the entry. Nor may a denial have been taken in that a failed read of the stack followed, or that was
  /// seen when the run was cut short.
  private func isTelling(_ sight: EntryStory.Sighting, _ story: EntryStory) -> Bool {
    guard sight.isOfPages else { return true }
    guard operation == .disassociate, let last = story.sends.last(where: { $0.position < sight.begin }),
      last.answer == .clean, last.leg == sight.leg
    else { return false }
    let denials = story.sightings.count { denial in
      denial.isThere && denial.begin > last.position && denial.position < sight.position
        && !cutLegs.contains(denial.leg)
        && !story.failedReads.contains { denial.position < $0 && $0 < sight.position }
    }
    return denials < 2
  }

  private func isReached(_ isThere: Bool) -> Bool { isThere == (operation == .associate) }

  private func isOurDoing(_ story: EntryStory) -> Bool {
    story.losses > 0 || story.sends.last?.answer == .clean
  }

  /// Whether a call with it was given up before it arrived, so that its answer counts as lost.
  private func isCutBeforeItArrived(_ entry: RunEntry, _ story: EntryStory) -> Bool {
    !cutLegs.isEmpty && entry.sends > story.sends.count
  }

  private func isErrors(_ answer: EntryStory.Answer) -> Bool { if case .errors = answer { true } else { false } }

  private func isUncertain(_ send: EntryStory.Send?) -> Bool { send.map { cutLegs.contains($0.leg) } ?? false }

  private func codes(of send: EntryStory.Send) -> [String] {
    switch send.answer {
    case .clean, .lost: [operation == .disassociate ? "STILL_PRESENT" : "STILL_ABSENT"]
    case .errors(let codes): codes
    case .refused(let code, _): [code]
    }
  }
}
