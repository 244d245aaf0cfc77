extension RunEntry {
  /// What a receipt notes beside its outcome: lost answers, and why there is no request to quote; `nil` for nothing.
  var remark: String? {
    var remarks: [String] = []
    if losses > 0 { remarks.append("the answer to \(losses.of("call", plural: "calls")) with it was lost") }
    if requestID == nil { remarks.append(whyNoRequest) }
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  private var whyNoRequest: String {
    switch (lastAnswer, outcome) {
    case (.lost, _): "no request id, since its last call was not answered"
    case (.some, _): "no request id, since the answer had none"
    case (nil, .absent), (nil, .present): "not sent, since it was so already"
    case (nil, _): "not sent"
    }
  }
}
