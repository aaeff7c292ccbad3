import { expect, test } from 'vitest'
import { RpcError } from '#api/rpc/rpc-error.ts'
import { badInput, engineFailure, exitCodeOf, failed, thrownFailure } from './cli-error.ts'

test.each([
  ['BAD_REQUEST', 2],
  ['UNAUTHORIZED', 2],
  ['NOT_FOUND', 2],
  ['FORBIDDEN', 1],
  ['CONFLICT', 1],
  ['PRECONDITION_FAILED', 1],
  ['UNAVAILABLE', 1],
  ['TOO_MANY_REQUESTS', 1],
  ['INTERNAL', 1],
])('[CLI-3] an answer of the router with the code %s exits %i', (code, exitCode) => {
  expect(exitCodeOf(thrownFailure(new RpcError({ code, tag: 'Tag', message: 'It happened.' })))).toBe(exitCode)
})

test('[CLI-4] the words of an error are what happened, what is safe and what to do', () => {
  const words = { message: 'It happened.', safe: 'Nothing was changed.', action: 'Do it again.' }
  const error = thrownFailure(new RpcError({ code: 'CONFLICT', tag: 'Tag', ...words }))
  expect(error.words).toBe('It happened. Nothing was changed. Do it again.')
  expect(engineFailure({ type: 'DataDirInUse', dataDir: '/d' }).words).toMatch(
    /\/d.*Nothing was changed\..*try again\./,
  )
})

test('[CLI-4] an error is one line, whatever is in it, and a bug is told too', () => {
  expect(failed('a\n\nb', 'c\u001B[31m\u0085d').words).toBe('a b c [31m d')
  expect(badInput(' a\r\n').words).toBe('a')
  const bug = thrownFailure(new TypeError('x is not\na function'))
  expect(bug.type).toBe('Failed')
  expect(bug.words).toContain('TypeError: x is not a function')
  expect(bug.words).toContain('Everything that was confirmed is saved.')
})
