/** Takes the value or the error out of a result, and fails the test when it is the other one. */
import type { Result } from '#domain/result.ts'

export const expectOk = <Value>(result: Result<Value, unknown> | undefined): Value => {
  if (result?.ok !== true) throw new Error(`expected success, got ${JSON.stringify(result?.error)}`)
  return result.value
}

export const expectError = <Failure>(result: Result<unknown, Failure> | undefined): Failure => {
  if (result?.ok !== false) throw new Error('expected a failure')
  return result.error
}
