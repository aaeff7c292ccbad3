import { expect, test } from 'vitest'
import { waitAfter } from './use-growing-wait.ts'

test('[UNLOCK-2] two typing errors cost nothing, then the wait doubles up to 30 seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(waitAfter)).toEqual([0, 0, 0, 2, 4, 8, 16, 30, 30])
})
