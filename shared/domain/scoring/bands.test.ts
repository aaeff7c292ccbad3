import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  areThresholds,
  formatThresholds,
  parseThresholds,
  standardThresholds,
  thresholdsOf,
  type BandThresholds,
} from './band-thresholds.ts'
import { bandOf, bandTable } from './bands.ts'

const anyThree = fc.tuple(...([0, 0, 0] as const).map(() => fc.integer({ min: -1, max: 102 })))

test('[PRAC-4] any table that is taken covers 0 to 100 without a gap or an overlap, and each score has its band', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 }), (three) => {
      const thresholds = three.toSorted((a, b) => a - b) as unknown as BandThresholds
      expect(areThresholds(thresholds)).toBe(true)
      const scores = bandTable(thresholds).flatMap(({ band, from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => ({ score: from + index, band })),
      )
      expect(scores.map(({ score }) => score)).toEqual(Array.from({ length: 101 }, (_, score) => score))
      for (const { score, band } of scores) expect(bandOf(score, thresholds)).toEqual({ score, band })
    }),
  )
})

test('[PRAC-4] what the field holds is read back as the same table, and nothing else is read', () => {
  fc.assert(
    fc.property(anyThree, (three) => {
      const thresholds = three as unknown as BandThresholds
      expect(parseThresholds(formatThresholds(thresholds))).toEqual(areThresholds(thresholds) ? thresholds : undefined)
    }),
  )
  for (const text of [
    '',
    '20/40',
    '20/40/60/80',
    '020/40/60',
    '40/20/60',
    '20/20/60',
    '0/40/60',
    '20/40/101',
    '20/40/6o',
  ])
    expect(parseThresholds(text)).toBeUndefined()
})

test('[PRAC-4] a practice that has set none, or one that cannot be, has the standard table', () => {
  expect(thresholdsOf({})).toEqual(standardThresholds)
  expect(thresholdsOf({ scoreBands: '60/40/20' })).toEqual(standardThresholds)
  expect(thresholdsOf({ scoreBands: '25/45/70' })).toEqual([25, 45, 70])
})
