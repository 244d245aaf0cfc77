/// A number with its noun: `1 stack`, `3 stacks`; `nouns` where there is more to the plural than an s.
func counted(_ number: Int, _ noun: String, _ nouns: String? = nil) -> String {
  number == 1 ? "1 \(noun)" : "\(number) \(nouns ?? noun + "s")"
}
