import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { standardThresholds } from './band-thresholds.ts'
import { bandOf, bandTable } from './bands.ts'
import { postureScore, scoreFormulaVersion, type ScoreFactor } from './posture-score.ts'

type Facts = { readonly baselineComplete: boolean; readonly values: readonly (number | undefined)[] }

/** The weights of the product: maturity, evidence coverage, framework readiness, findings. */
const factors: readonly ScoreFactor<Facts>[] = [0.35, 0.25, 0.25, 0.15].map((weight, index) => ({
  id: `factor ${index}`,
  weight,
  value: ({ values }) => values[index],
}))
const score = (...values: readonly (number | undefined)[]) =>
  postureScore(factors, { baselineComplete: true, values }, standardThresholds)

describe('bands', () => {
  test('[SCORE-1] cover 0 to 100 without a gap or an overlap', () => {
    const numbers = bandTable(standardThresholds).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    )
    expect(numbers).toEqual(Array.from({ length: 101 }, (_, index) => index))
  })

  test.each([
    [0, 0, 'critical'],
    [19, 19, 'critical'],
    [19.49, 19, 'critical'],
    [19.5, 20, 'high'],
    [20, 20, 'high'],
    [39.49, 39, 'high'],
    [39.5, 40, 'moderate'],
    [40, 40, 'moderate'],
    [59.49, 59, 'moderate'],
    [59.5, 60, 'low'],
    [60, 60, 'low'],
    [99.5, 100, 'low'],
    [100, 100, 'low'],
    [-3, 0, 'critical'],
    [250, 100, 'low'],
  ] as const)('[SCORE-2] %d rounds half up to %d, which is %s', (value, rounded, band) => {
    expect(bandOf(value, standardThresholds)).toEqual({ score: rounded, band })
  })
})

describe('the score', () => {
  test('[SCORE-3] is the weighted sum of its factors, with the version of the formula', () => {
    expect(score(80, 60, 40, 20)).toEqual({
      score: 56,
      band: 'moderate',
      formulaVersion: scoreFormulaVersion,
      factors: factors.map(({ id, weight }, index) => ({ id, weight, value: [80, 60, 40, 20][index] })),
    })
    expect([score(0, 0, 0, 0), score(100, 100, 100, 100)].map(({ score: one }) => one)).toEqual([0, 100])
  })

  test('[SCORE-4] a factor that does not apply gives its weight to the others in proportion', () => {
    const { score: value, factors: explained } = score(80, 60, undefined, 20)
    expect(value).toBe(61) // (28 + 15 + 3) / 0.75 = 61.33
    expect(explained.map(({ weight }) => weight.toFixed(4))).toEqual(['0.4667', '0.3333', '0.2000'])
    expect(score(undefined, undefined, 40, undefined).score).toBe(40)
  })

  test('[SCORE-5] is unknown until the baseline is complete, and where no factor applies', () => {
    const unknown = { score: null, band: 'unknown', formulaVersion: scoreFormulaVersion, factors: [] }
    expect(postureScore(factors, { baselineComplete: false, values: [80, 60, 40, 20] }, standardThresholds)).toEqual(
      unknown,
    )
    expect(score(undefined, undefined, undefined, undefined)).toEqual(unknown)
    expect(postureScore([], { baselineComplete: true }, standardThresholds)).toEqual(unknown)
  })

  test('[SCORE-2] a sum that is a half on paper rounds up, whatever its binary form', () => {
    const whole = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(fc.tuple(whole, whole, whole, whole), (values) => {
        const [a, b, c, d] = values
        const hundredths = 35 * a + 25 * b + 25 * c + 15 * d
        expect(score(...values).score).toBe(Math.floor((hundredths + 50) / 100))
      }),
      {
        numRuns: 3000,
        examples: [[[90, 20, 10, 30]], [[70, 70, 0, 0]]],
      },
    )
  })
})
