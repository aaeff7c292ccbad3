/**
 * Where the bands of the posture score begin. One table for the whole practice, because two equal scores must read the
 * same. The three numbers are one value of one field: whatever two laptops do to it, it never has a gap or an overlap.
 */

/** Lowest score of High, Moderate and Low; Critical begins at 0. */
export type BandThresholds = readonly [high: number, moderate: number, low: number]

export const standardThresholds: BandThresholds = [20, 40, 60]

/** `20/40/60`, as the field holds it. */
export const formatThresholds = (thresholds: BandThresholds): string => thresholds.join('/')

/** Undefined for a text that is no table without gaps. */
export const parseThresholds = (text: string): BandThresholds | undefined => {
  const match = /^(\d{1,3})\/(\d{1,3})\/(\d{1,3})$/.exec(text)
  if (match === null) return undefined
  const thresholds: BandThresholds = [Number(match[1]), Number(match[2]), Number(match[3])]
  return areThresholds(thresholds) && formatThresholds(thresholds) === text ? thresholds : undefined
}

/** Each begins above the one before, so that every band has at least one score. */
export const areThresholds = ([high, moderate, low]: BandThresholds): boolean =>
  [high, moderate, low].every(Number.isInteger) && high >= 1 && moderate > high && low > moderate && low <= 100

/** Of a practice: what it has set, else the standard. */
export const thresholdsOf = (practice: { readonly scoreBands?: string | null }): BandThresholds =>
  parseThresholds(practice.scoreBands ?? '') ?? standardThresholds
