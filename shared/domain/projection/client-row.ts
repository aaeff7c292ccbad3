/** A client's row in the portfolio's read model: what the Clients table and the dashboard show without opening its file. */
import { attentionOf, type Attention } from '../attention/attention-reasons.ts'
import type { Client, ClientStatus } from '../entities/client.ts'
import { overriddenSettings } from '../defaults/effective-setting.ts'
import type { DefaultSetting } from '../defaults/default-settings.ts'
import type { BandThresholds } from '../scoring/band-thresholds.ts'
import { bandOf, type Band } from '../scoring/bands.ts'
import type { FileState } from '../scoring/client-facts.ts'
import { postureScore } from '../scoring/posture-score.ts'
import { scoreFactors } from '../scoring/score-factors.ts'

export type ClientRow = {
  readonly id: string
  readonly name: string
  readonly status: ClientStatus
  readonly archivedAt: string | null
  readonly externalId: string | null
  readonly industry: string | null
  readonly subIndustry: string | null
  readonly employees: number | null
  readonly location: string | null
  readonly country: string | null
  readonly ownerId: string | null
  readonly nextAuditOn: string | null
  readonly tags: readonly string[]
  /** Settings that it decides for itself, in their fixed order; the others follow the practice. */
  readonly overrides: readonly DefaultSetting[]
  /** 0–100; null while unknown. */
  readonly score: number | null
  readonly band: Band
  readonly attention: readonly Attention[]
  readonly createdAt: string | null
  readonly lastActivityAt: string | null
  readonly fileState: FileState
  /** Share of the applicable controls that evidence covers, 0 to 100; null while no framework is adopted. */
  readonly coverage: number | null
  /** Null until something is modelled. */
  readonly exposure: AnnualExposure | null
}

/** A year's loss in minor units of the practice's currency: its mean, and the 5th and 95th percentiles. */
export type AnnualExposure = { readonly low: number; readonly mean: number; readonly high: number }

export type ClientRowSource = {
  readonly client: Client
  /** Labels of the tags that are not deleted. */
  readonly tags: readonly string[]
  readonly lastActivityAt: string | null
  /** The practice's, where its bands begin. */
  readonly thresholds: BandThresholds
}

export const clientRow = ({ client, tags, lastActivityAt, thresholds }: ClientRowSource): ClientRow => {
  const facts = { fileState: 'ok', baselineComplete: false, archived: (client.archivedAt ?? null) !== null } as const
  const { score, band } = postureScore(scoreFactors, facts, thresholds)
  return {
    id: client.id,
    name: client.name ?? unnamedClient,
    status: client.status ?? 'client',
    archivedAt: client.archivedAt ?? null,
    externalId: client.externalId ?? null,
    industry: client.industry ?? null,
    subIndustry: client.subIndustry ?? null,
    employees: client.employees ?? null,
    location: client.location ?? null,
    country: client.country ?? null,
    ownerId: client.ownerId ?? null,
    nextAuditOn: client.nextAuditOn ?? null,
    tags: tags.toSorted(compareText),
    overrides: overriddenSettings(client),
    score,
    band,
    attention: attentionOf(facts),
    createdAt: client.createdAt ?? null,
    lastActivityAt,
    fileState: 'ok',
    coverage: null,
    exposure: null,
  }
}

/** The row of a client whose file cannot be read now: what was last known, with the reason why it needs attention. */
export const withFileState = (row: ClientRow, fileState: FileState): ClientRow => ({
  ...row,
  fileState,
  attention: attentionOf({ fileState, baselineComplete: false, archived: row.archivedAt !== null }),
})

/** The row once the practice's bands begin elsewhere. A client without a score stays unknown. */
export const withThresholds = (row: ClientRow, thresholds: BandThresholds): ClientRow =>
  row.score === null ? row : { ...row, band: bandOf(row.score, thresholds).band }

const unnamedClient = 'Unnamed client'
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
