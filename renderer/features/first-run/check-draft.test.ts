import { createInstance, type TFunction } from 'i18next'
import { describe, expect, test } from 'vitest'
import { checkDefaults, checkPassphrase, checkPractice } from './check-draft.ts'
import { decidedDefaults, emptyDraft, type Draft } from './draft.ts'
import { settingsTexts } from '../settings/settings-texts.ts'
import { firstRunTexts } from './first-run-texts.ts'

const texts = createInstance({
  lng: 'en',
  initAsync: false,
  resources: { en: { firstRun: firstRunTexts, settings: settingsTexts } },
  defaultNS: 'firstRun',
})
void texts.init()
const t: TFunction<'firstRun'> = texts.getFixedT('en', 'firstRun')
const words: TFunction<'settings'> = texts.getFixedT('en', 'settings')

const good: Draft = {
  mode: 'partner',
  name: 'Bio-Techne',
  contactEmail: 'team@example.com',
  timezone: 'Europe/Berlin',
  currency: 'EUR',
  protection: 'passphrase',
  defaults: emptyDraft().defaults,
  passphrase: 'four words of mine',
  repeated: 'four words of mine',
}

describe('the practice', () => {
  test('[FIRST-2] a practice with name, address, time zone and currency is taken', () => {
    expect(checkPractice(good, t)).toEqual({})
    expect(checkPractice({ ...good, name: ` ${'n'.repeat(200)} `, contactEmail: ' team@example.com ' }, t)).toEqual({})
  })

  test('[FIRST-2] each field that is missing is named with its fix', () => {
    const missing = { ...good, name: '  ', contactEmail: '', timezone: undefined, currency: undefined }
    expect(checkPractice(missing, t)).toEqual({
      name: 'Enter the name of your practice',
      contactEmail: 'Enter an address such as name@example.com',
      timezone: 'Choose a time zone',
      currency: 'Choose a currency',
    })
    expect(checkPractice({ ...missing, mode: 'solo' }, t).name).toBe('Enter the name of your organization')
  })

  test('[FIRST-2] a name that is too long or not one line is refused before the engine is asked', () => {
    expect(checkPractice({ ...good, name: 'n'.repeat(201) }, t).name).toBe('Use at most 200 characters')
    expect(checkPractice({ ...good, name: 'one\ntwo' }, t).name).toBe('Use one line of plain text')
  })
})

describe('the passphrase', () => {
  test('[FIRST-3] twelve characters typed twice are enough', () => {
    expect(checkPassphrase({ passphrase: '123456789012', repeated: '123456789012' }, t)).toEqual({})
  })

  test('[FIRST-3] eleven are too short, counted as the engine counts them', () => {
    const tooShort = { passphrase: 'Use at least 12 characters' }
    expect(checkPassphrase({ passphrase: '12345678901', repeated: '12345678901' }, t)).toEqual(tooShort)
    // An "e" and its accent are one character once normalized.
    expect(checkPassphrase({ passphrase: '1234567890e\u0301', repeated: '1234567890e\u0301' }, t)).toEqual(tooShort)
  })

  test('[FIRST-3] a repetition that differs is said at the repetition', () => {
    expect(checkPassphrase({ passphrase: '123456789012', repeated: '123456789013' }, t)).toEqual({
      repeated: 'The two passphrases differ',
    })
  })
})

describe('the defaults', () => {
  test('[PRAC-10] the standard is good as it stands, and nothing of it is written into the practice', () => {
    expect(checkDefaults(good.defaults, words)).toEqual({})
    expect(decidedDefaults(good)).toEqual({})
  })

  test('[PRAC-10] what is decided otherwise is written, an emptied field is not, and in Solo nothing is', () => {
    const defaults = {
      ...good.defaults,
      reviewCadenceMonths: 6,
      evidenceValidityDays: undefined,
      toleratedLossPercent: 0,
    }
    expect(checkDefaults(defaults, words)).toEqual({})
    expect(decidedDefaults({ mode: 'partner', defaults })).toEqual({ reviewCadenceMonths: 6, toleratedLossPercent: 0 })
    expect(decidedDefaults({ mode: 'solo', defaults })).toEqual({})
  })

  test('[PRAC-10] each that cannot be is named with its fix', () => {
    const bad = {
      evidenceValidityDays: 0,
      evidenceWarningDays: 4000,
      reviewCadenceMonths: 61,
      toleratedLossPercent: 101,
    }
    expect(checkDefaults({ ...good.defaults, ...bad }, words)).toEqual({
      evidenceValidityDays: 'Use whole days from 1 to 3,650',
      evidenceWarningDays: 'Use whole days from 0 to 3,650',
      reviewCadenceMonths: 'Use whole months from 1 to 60',
      toleratedLossPercent: 'Use a percentage from 0 to 100, with at most two digits after the point',
    })
  })
})
