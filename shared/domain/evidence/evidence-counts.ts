/**
 * Whether a piece of evidence counts on a day: accepted, in its period and not expired. The one place that decides it:
 * coverage, readiness, lists and packs all ask here, with a day that no clock turned back can move.
 */
import { addDays } from './calendar-days.ts'

/** What of a piece of evidence decides it. Dates are YYYY-MM-DD. */
export type CountedEvidence = {
  /** One of its revisions is accepted. A newer revision that waits for review takes nothing from it. */
  readonly isAccepted: boolean
  /** The period that it covers, which is not the day of its upload. */
  readonly periodFrom: string | null
  readonly periodTo: string | null
  readonly collectedOn: string | null
  /** Set by somebody; without it the validity decides. */
  readonly validUntil: string | null
  /** It lies in the trash. */
  readonly isDeleted: boolean
}

export type EvidenceTerms = {
  /** The day that is asked about. */
  readonly day: string
  /** Days after the end of its period in which evidence still counts: the client's own setting, else the practice's. */
  readonly validityDays: number
}

export const evidenceStandings = ['counts', 'notAccepted', 'notYet', 'expired'] as const
/** `notYet`: the period that it covers has not begun. */
export type EvidenceStanding = (typeof evidenceStandings)[number]

export const evidenceStanding = (evidence: CountedEvidence, { day, validityDays }: EvidenceTerms): EvidenceStanding => {
  if (!evidence.isAccepted || evidence.isDeleted) return 'notAccepted'
  if (evidence.periodFrom !== null && day < evidence.periodFrom) return 'notYet'
  const lastDay = lastValidDay(evidence, validityDays)
  return lastDay !== null && day > lastDay ? 'expired' : 'counts'
}

export const evidenceCounts = (evidence: CountedEvidence, terms: EvidenceTerms): boolean =>
  evidenceStanding(evidence, terms) === 'counts'

/** The last day on which it counts; null for evidence without any date. */
export const lastValidDay = (
  { validUntil, periodTo, collectedOn }: Pick<CountedEvidence, 'validUntil' | 'periodTo' | 'collectedOn'>,
  validityDays: number,
): string | null => {
  if (validUntil !== null) return validUntil
  const from = periodTo ?? collectedOn
  return from === null ? null : addDays(from, validityDays)
}

/** The first day after `day` on which the answer is another one if nobody changes anything; null when there is none. */
export const nextStandingChange = (evidence: CountedEvidence, { day, validityDays }: EvidenceTerms): string | null => {
  if (!evidence.isAccepted || evidence.isDeleted) return null
  const lastDay = lastValidDay(evidence, validityDays)
  const begins = evidence.periodFrom
  if (begins !== null && day < begins) return begins
  return lastDay !== null && day <= lastDay ? addDays(lastDay, 1) : null
}

/** Whether it says something about a period, such as that of an audit: an open end reaches as far as one likes. */
export const coversPeriod = (
  { periodFrom, periodTo, collectedOn }: Pick<CountedEvidence, 'periodFrom' | 'periodTo' | 'collectedOn'>,
  period: { readonly from: string; readonly to: string },
): boolean => {
  const [from, to] = [periodFrom ?? periodTo ?? collectedOn, periodTo ?? (periodFrom === null ? collectedOn : null)]
  return (from === null || from <= period.to) && (to === null || to >= period.from)
}
