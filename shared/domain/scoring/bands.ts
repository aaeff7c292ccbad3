/** The one band table of the posture score, printed beside the number. Higher is better. */
export const bands = [
  { band: 'critical', from: 0, to: 19 },
  { band: 'high', from: 20, to: 39 },
  { band: 'moderate', from: 40, to: 59 },
  { band: 'low', from: 60, to: 100 },
] as const

/** `unknown` until the baseline assessment is complete. */
export type Band = (typeof bands)[number]['band'] | 'unknown'

/**
 * Rounds half up to an integer from 0 to 100, then looks up the band. A sum of products that is exactly a half on paper
 * can come out a little below it in binary: what lies that near counts as the half.
 */
export const bandOf = (score: number): { readonly score: number; readonly band: Band } => {
  const rounded = Math.min(100, Math.max(0, Math.floor(score + 0.5 + nearHalf)))
  const found = bands.find(({ from, to }) => rounded >= from && rounded <= to)
  return { score: rounded, band: found?.band ?? 'unknown' }
}

const nearHalf = 1e-9
