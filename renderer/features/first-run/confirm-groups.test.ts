import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameGroup, pickTwoGroups } from './confirm-groups.ts'

test('[FIRST-5] two different groups of the key are asked for, in their order', () => {
  const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(chances, chances, (first, second) => {
      const draws = [first, second]
      const [low, high] = pickTwoGroups(9, () => draws.shift() ?? 0)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeGreaterThan(low)
      expect(high).toBeLessThan(9)
    }),
  )
})

test('[FIRST-5] every pair of groups can be asked for', () => {
  const pairs = new Set<string>()
  for (let first = 0; first < 9; first++) {
    for (let second = 0; second < 8; second++) {
      const draws = [(first + 0.5) / 9, (second + 0.5) / 8]
      pairs.add(pickTwoGroups(9, () => draws.shift() ?? 0).join(' '))
    }
  }
  expect(pairs.size).toBe(36)
})

test('[FIRST-5] a group is the same whatever its case and spaces, and with letters for digits that look alike', () => {
  expect(isSameGroup(' 1qad0 ', '1QAD0')).toBe(true)
  expect(isSameGroup('lQADO', '1QAD0')).toBe(true)
  expect(isSameGroup('1QA-D0', '1QAD0')).toBe(true)
})

test('[FIRST-5] another group, a part of it, or nothing is not the same', () => {
  expect(isSameGroup('1QAD1', '1QAD0')).toBe(false)
  expect(isSameGroup('1QAD', '1QAD0')).toBe(false)
  expect(isSameGroup('', '1QAD0')).toBe(false)
})
