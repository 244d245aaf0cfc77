import AWSClientCore
import AppStream
import Testing

@Suite struct AppStreamRefusalTests {
  private func error(_ code: String) -> (Refusal, ServiceError) {
    let refusal = Refusal(operation: "BatchDisassociateUserStack", code: code, message: "m", status: 400)
    return (refusal, .refused(refusal))
  }

  @Test func `documented refusals have a case of their own, and unknown codes are kept`() {
    let (forbidden, forbiddenError) = error("OperationNotPermittedException")
    let (combination, combinationError) = error("InvalidParameterCombinationException")
    let (missing, missingError) = error("ResourceNotFoundException")
    let (unknown, unknownError) = error("NeverHeardOfException")
    #expect(forbiddenError.appStreamRefusal == .operationNotPermitted(forbidden))
    #expect(combinationError.appStreamRefusal == .invalidParameterCombination(combination))
    #expect(missingError.appStreamRefusal == .resourceNotFound(missing))
    #expect(unknownError.appStreamRefusal == .other(unknown))
  }

  @Test func `what is no refusal has none`() {
    #expect(ServiceError.repeatedPageToken(operation: "DescribeStacks").appStreamRefusal == nil)
  }
}
