import { expect, test } from 'vitest'
import { effectiveSetting, overriddenSettings, practiceSetting, standardSettings } from './effective-setting.ts'

test('[PRAC-5] a setting is the client’s own, else the practice’s, else the standard, and says whose it is', () => {
  const client = { evidenceValidityDays: 90 }
  const practice = { evidenceValidityDays: 180, reviewCadenceMonths: 6 }
  expect(effectiveSetting('evidenceValidityDays', client, practice)).toEqual({ value: 90, from: 'client' })
  expect(effectiveSetting('reviewCadenceMonths', client, practice)).toEqual({ value: 6, from: 'practice' })
  expect(effectiveSetting('evidenceWarningDays', client, practice)).toEqual({ value: 30, from: 'standard' })
})

test('[PRAC-5] null is not a value: a cleared setting follows again; zero is one', () => {
  expect(effectiveSetting('riskAppetite', { riskAppetite: null }, { riskAppetite: 'high' }).value).toBe('high')
  expect(effectiveSetting('riskAppetite', {}, { riskAppetite: null }).value).toBe(standardSettings.riskAppetite)
  expect(effectiveSetting('evidenceWarningDays', { evidenceWarningDays: 0 }, {})).toEqual({ value: 0, from: 'client' })
  expect(practiceSetting('toleratedLossPercent', { toleratedLossPercent: 0 }).value).toBe(0)
})

test('[PRAC-5] nobody guesses a tolerated loss, a currency or a time zone', () => {
  for (const name of ['toleratedLossPercent', 'currency', 'timezone'] as const)
    expect(effectiveSetting(name, {}, {})).toEqual({ value: undefined, from: 'standard' })
})

test('[PRAC-6] what a client decides for itself is listed, in a fixed order', () => {
  expect(overriddenSettings({})).toEqual([])
  expect(overriddenSettings({ riskAppetite: 'low', evidenceWarningDays: 0, currency: null, timezone: 'UTC' })).toEqual([
    'timezone',
    'evidenceWarningDays',
    'riskAppetite',
  ])
})
