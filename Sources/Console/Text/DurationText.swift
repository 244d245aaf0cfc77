/// How long something may take, in words: `about 5 s`, from two minutes on `about 3 min`.
func durationText(seconds: Double) -> String {
  // What takes longer than any run can is not worth a number that does not fit.
  let whole = Int(min(seconds.rounded(.up), 1_000_000))
  return whole < 120 ? "about \(whole) s" : "about \((whole + 59) / 60) min"
}
