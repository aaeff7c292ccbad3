/**
 * The settings that a practice decides once for all its clients and each client may decide for itself. Absent means
 * "as the practice has it": nothing is copied into a client, so a change of the default is seen at once.
 */
import type { Field } from '../entities/field.ts'
import { count, oneOf, percent } from '../entities/field.ts'

/** The highest residual risk that may be accepted without the owner's approval. */
export const riskAppetites = ['low', 'moderate', 'high'] as const
export type RiskAppetite = (typeof riskAppetites)[number]

const longestValidity = 3650

/** The same fields on the practice and on the client; currency and time zone are fields of both already. */
export const defaultFields = {
  /** Days after the end of its period in which evidence still counts. */
  evidenceValidityDays: count(longestValidity, 1),
  /** Days before that end in which evidence is shown as expiring. */
  evidenceWarningDays: count(longestValidity),
  /** Months between two reviews of a client. */
  reviewCadenceMonths: count(60, 1),
  riskAppetite: oneOf(riskAppetites),
  /** Loss of a year that the organization says it can bear, as a share of its annual revenue. */
  toleratedLossPercent: percent(),
} as const satisfies Readonly<Record<string, Field>>

/** In the order in which screens show them. */
export const defaultSettings = [
  'currency',
  'timezone',
  'evidenceValidityDays',
  'evidenceWarningDays',
  'reviewCadenceMonths',
  'riskAppetite',
  'toleratedLossPercent',
] as const
export type DefaultSetting = (typeof defaultSettings)[number]

/** Changing them changes what may be done without asking, so they need a right of their own. */
export const appetiteSettings = ['riskAppetite', 'toleratedLossPercent'] as const satisfies readonly DefaultSetting[]
