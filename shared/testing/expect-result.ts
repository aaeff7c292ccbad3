/** Takes the value or the error out of a result, and fails the test when it is the other one. */
import type { Result } from '#domain/result.ts'

export const expectOk = <Value>(result: Result<Value, unknown> | undefined): Value => {
  if (result?.ok !== true) throw new Error(`expected success, got ${JSON.stringify(result?.error)}`)
  return result.value
}

export const expectError = <Answer extends Result<unknown, unknown>>(
  answer: Answer | undefined,
): Extract<Answer, { readonly ok: false }>['error'] => {
  if (answer?.ok !== false) throw new Error('expected a failure')
  return answer.error
}
