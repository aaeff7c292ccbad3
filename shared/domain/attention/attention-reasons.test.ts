import { expect, test } from 'vitest'
import type { ClientFacts } from '../scoring/client-facts.ts'
import { attentionOf, attentionReasons, attentionTiers, type AttentionReasonId } from './attention-reasons.ts'

const fine: ClientFacts = { fileState: 'ok', baselineComplete: true, archived: false }

/** For each reason the facts that bring it out alone. A new reason has to be added here. */
const because: Readonly<Record<AttentionReasonId, Partial<ClientFacts>>> = {
  damagedFile: { fileState: 'damaged' },
  missingFile: { fileState: 'missing' },
  missingKey: { fileState: 'keyMissing' },
  newerFile: { fileState: 'newerVersion' },
  baselineIncomplete: { baselineComplete: false },
}

test('[SCORE-6] a client with nothing amiss needs no attention', () => {
  expect(attentionOf(fine)).toEqual([])
})

test.each(attentionReasons)('[SCORE-6] $id applies when it should, in its tier, and alone', ({ id, tier }) => {
  expect(attentionOf({ ...fine, ...because[id] })).toEqual([{ reason: id, tier }])
})

test('[SCORE-6] ids are unique, labels short and plain, tiers known and in order', () => {
  expect(new Set(attentionReasons.map(({ id }) => id)).size).toBe(attentionReasons.length)
  for (const { label, tier } of attentionReasons) {
    expect(label).toMatch(/^[A-Z][^.!]{3,30}$/)
    expect(attentionTiers).toContain(tier)
  }
  const tiers = attentionReasons.map(({ tier }) => attentionTiers.indexOf(tier))
  expect(tiers).toEqual(tiers.toSorted((a, b) => a - b))
})

test('[SCORE-7] a file in trouble is the only reason then, because nothing else is known', () => {
  expect(attentionOf({ ...fine, fileState: 'missing', baselineComplete: false }).map(({ reason }) => reason)).toEqual([
    'missingFile',
  ])
})

test('[SCORE-7] an archived client needs none, unless its file is in trouble', () => {
  expect(attentionOf({ ...fine, archived: true, baselineComplete: false })).toEqual([])
  expect(attentionOf({ ...fine, archived: true, fileState: 'damaged' })).toMatchObject([{ reason: 'damagedFile' }])
})
