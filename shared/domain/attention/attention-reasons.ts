/** Why a client needs attention: named reasons in three tiers. A feature registers its reason here, with a test. */
import type { ClientFacts } from '../scoring/client-facts.ts'

/** In order of urgency. The headline figure counts clients with a reason in `now`. */
export const attentionTiers = ['now', 'soon', 'watch'] as const
export type AttentionTier = (typeof attentionTiers)[number]

export type AttentionReason = {
  readonly id: string
  readonly tier: AttentionTier
  /** For a list cell; the sentence behind it belongs to the screen. */
  readonly label: string
  readonly applies: (facts: ClientFacts) => boolean
}

export const attentionReasons = [
  { id: 'damagedFile', tier: 'now', label: 'File damaged', applies: ({ fileState }) => fileState === 'damaged' },
  { id: 'missingFile', tier: 'now', label: 'File missing', applies: ({ fileState }) => fileState === 'missing' },
  { id: 'missingKey', tier: 'now', label: 'Key missing', applies: ({ fileState }) => fileState === 'keyMissing' },
  {
    id: 'newerFile',
    tier: 'now',
    label: 'File of a newer version',
    applies: ({ fileState }) => fileState === 'newerVersion',
  },
  {
    id: 'baselineIncomplete',
    tier: 'watch',
    label: 'Baseline incomplete',
    applies: ({ baselineComplete, fileState }) => !baselineComplete && fileState === 'ok',
  },
] as const satisfies readonly AttentionReason[]

export type AttentionReasonId = (typeof attentionReasons)[number]['id']
export type Attention = { readonly reason: AttentionReasonId; readonly tier: AttentionTier }

/** The reasons that apply, most urgent first. An archived client needs none, unless its file is in trouble. */
export const attentionOf = (facts: ClientFacts): readonly Attention[] =>
  attentionReasons
    .filter((reason) => reason.applies(facts) && (!facts.archived || facts.fileState !== 'ok'))
    .map(({ id, tier }) => ({ reason: id, tier }))
    .toSorted((a, b) => attentionTiers.indexOf(a.tier) - attentionTiers.indexOf(b.tier))
