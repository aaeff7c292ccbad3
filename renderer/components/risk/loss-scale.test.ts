import { expect, test } from 'vitest'
import { placeOnScale } from './loss-scale.ts'

test('[UI-61] losses of all rows lie on one logarithmic scale, and on its ends where they exceed it', () => {
  const scale = { from: 1000, to: 1_000_000 }
  expect([1000, 1_000_000, 10, 10_000_000].map((loss) => placeOnScale(loss, scale))).toEqual([0, 1, 0, 1])
  expect(placeOnScale(31_623, scale)).toBeCloseTo(0.5, 4)
  expect(placeOnScale(5, { from: 0, to: 0 })).toBe(0)
})
