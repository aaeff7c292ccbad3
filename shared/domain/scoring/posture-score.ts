/**
 * Posture score 0–100: a weighted sum of factors. A factor that does not apply to a client (no adopted framework)
 * gives its weight to the others in proportion.
 */
import type { BandThresholds } from './band-thresholds.ts'
import { bandOf, type Band } from './bands.ts'

/** Stored with each value; raised when a weight or a factor changes. */
export const scoreFormulaVersion = 1

export type ScoreFactor<Facts> = {
  readonly id: string
  /** Share of the whole, 0 to 1. */
  readonly weight: number
  /** 0 to 100, or undefined where the factor does not apply to this client. */
  readonly value: (facts: Facts) => number | undefined
}

export type PostureScore = {
  readonly score: number | null
  readonly band: Band
  readonly formulaVersion: number
  readonly factors: readonly { readonly id: string; readonly weight: number; readonly value: number }[]
}

export const postureScore = <Facts extends { readonly baselineComplete: boolean }>(
  factors: readonly ScoreFactor<Facts>[],
  facts: Facts,
  thresholds: BandThresholds,
): PostureScore => {
  const applicable = factors.flatMap(({ id, weight, value }) => {
    const number = value(facts)
    return number === undefined ? [] : [{ id, weight, value: number }]
  })
  const totalWeight = applicable.reduce((sum, { weight }) => sum + weight, 0)
  if (!facts.baselineComplete || totalWeight === 0) {
    return { score: null, band: 'unknown', formulaVersion: scoreFormulaVersion, factors: [] }
  }
  const spread = applicable.map((factor) => ({ ...factor, weight: factor.weight / totalWeight }))
  const sum = spread.reduce((total, { weight, value }) => total + weight * value, 0)
  return { ...bandOf(sum, thresholds), formulaVersion: scoreFormulaVersion, factors: spread }
}
