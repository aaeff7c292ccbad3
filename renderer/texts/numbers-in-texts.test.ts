import i18next from 'i18next'
import { afterEach, expect, test } from 'vitest'
import { forgetRegion, setRegion } from '../region/region.ts'
import { startTexts } from './start-texts.ts'

afterEach(forgetRegion)

test('[REGION-2] a number inside a text is written as the region writes it, and a text stays as it is', () => {
  startTexts()
  setRegion({ region: 'de-DE', clock: 'auto' })
  expect(i18next.t('settings:data.clean', { count: 12_345 })).toContain(' 12.345 files')
  setRegion({ region: 'en-US', clock: 'auto' })
  expect(i18next.t('settings:data.clean', { count: 12_345 })).toContain(' 12,345 files')
  expect(i18next.t('jobs:progress', { words: 'Checking', done: '1', total: '2' })).toBe('Checking, 1 of 2')
})
