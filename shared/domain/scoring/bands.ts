/** The bands of the posture score, printed beside the number. Higher is better. */
import type { BandThresholds } from './band-thresholds.ts'

/** Most urgent first. */
export const bandNames = ['critical', 'high', 'moderate', 'low'] as const
export type BandName = (typeof bandNames)[number]

/** `unknown` until the baseline assessment is complete. */
export type Band = BandName | 'unknown'

/** Both ends belong to the band. */
export type BandRange = { readonly band: BandName; readonly from: number; readonly to: number }

/** The table from 0 to 100 that these thresholds make. */
export const bandTable = ([high, moderate, low]: BandThresholds): readonly BandRange[] => [
  { band: 'critical', from: 0, to: high - 1 },
  { band: 'high', from: high, to: moderate - 1 },
  { band: 'moderate', from: moderate, to: low - 1 },
  { band: 'low', from: low, to: 100 },
]

/**
 * Rounds half up to an integer from 0 to 100, then looks up the band. A sum of products that is exactly a half on paper
 * can come out a little below it in binary: what lies that near counts as the half.
 */
export const bandOf = (
  score: number,
  thresholds: BandThresholds,
): { readonly score: number; readonly band: BandName } => {
  const rounded = Math.min(100, Math.max(0, Math.floor(score + 0.5 + nearHalf)))
  const found = bandTable(thresholds).findLast(({ from }) => rounded >= from)
  return { score: rounded, band: found?.band ?? 'critical' }
}

const nearHalf = 1e-9
