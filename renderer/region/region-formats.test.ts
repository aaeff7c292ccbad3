import { expect, test } from 'vitest'
import { preferencesSchema } from '#api/preferences.ts'
import { chooseLocale } from './choose-locale.ts'
import { compareTextsIn } from './compare-texts.ts'
import { numberSeparators } from './number-separators.ts'
import { regionFormats } from './region-formats.ts'
import { nameRegions, regionLocales } from './regions.ts'

const at = '2026-11-23T17:10:00Z'
const formats = (locale: string, clock: 'auto' | '12' | '24' = 'auto', timeZone = 'Europe/Zurich') =>
  regionFormats({ locale, clock, timeZone })
/** Spaces of every width as one, and without the marks that only turn the direction. */
const plain = (text: string): string => text.replaceAll(/\s/gu, ' ').replaceAll(/[\u200e\u200f\u061c]/gu, '')

test.for([
  ['en-US', 'Nov 23, 2026, 6:10 PM', '1,234,567.8', 'CHF 1,200,000'],
  ['en-GB', '23 Nov 2026, 18:10', '1,234,567.8', 'CHF 1,200,000'],
  ['de-DE', '23.11.2026, 18:10', '1.234.567,8', '1.200.000 CHF'],
  ['fr-FR', '23 nov. 2026, 18:10', '1 234 567,8', '1 200 000 CHF'],
  ['nl-NL', '23 nov 2026, 18:10', '1.234.567,8', 'CHF 1.200.000'],
  ['sv-SE', '23 nov. 2026 18:10', '1 234 567,8', '1 200 000 CHF'],
  ['ja-JP', '2026/11/23 18:10', '1,234,567.8', 'CHF 1,200,000'],
  ['ar-EG', '٢٣/١١/٢٠٢٦، ٦:١٠ م', '١٬٢٣٤٬٥٦٧٫٨', '١٬٢٠٠٬٠٠٠ CHF'],
] as const)('[REGION-2] %s writes days, times, numbers and money in its own way', ([locale, moment, number, money]) => {
  const { moment: momentOf, number: numberOf, money: moneyOf } = formats(locale)
  expect([momentOf(at), numberOf(1_234_567.8), moneyOf(120_000_000, 'CHF')].map(plain)).toEqual([moment, number, money])
})

test('[REGION-2] the time zone moves moments and never a date without a time', () => {
  expect(formats('en-GB', 'auto', 'Pacific/Auckland').day(at)).toBe('24 Nov 2026')
  expect(formats('en-GB', 'auto', 'Pacific/Auckland').calendarDay('2026-11-23')).toBe('23 Nov 2026')
  expect(formats('en-GB', 'auto', 'America/Los_Angeles').calendarDay('2026-11-23')).toBe('23 Nov 2026')
})

test('[REGION-2] every region writes the days of the Gregorian calendar', () => {
  for (const locale of regionLocales) {
    const digits = formats(locale).calendarDay('2026-11-23')
    expect(/2026|٢٠٢٦|26/.test(digits), `${locale}: ${digits}`).toBe(true)
  }
})

test('[REGION-3] the clock is of 12 or 24 hours where one is chosen, whatever the region has', () => {
  expect(plain(formats('en-GB', '12').moment(at))).toBe('23 Nov 2026, 6:10 pm')
  expect(plain(formats('en-US', '24').moment(at))).toBe('Nov 23, 2026, 18:10')
  expect(plain(formats('en-US', '24', 'UTC').moment('2026-11-23T00:05:00Z'))).toBe('Nov 23, 2026, 00:05')
  expect(plain(formats('ja-JP', '12', 'UTC').moment('2026-11-23T12:05:00Z'))).toContain('12:05')
})

test('[REGION-4] as this computer: its own way of writing the language of the page, else the page in its region', () => {
  const auto = (...machine: string[]): string => chooseLocale('auto', { language: 'en', machine })
  expect(auto('de-DE', 'en-GB')).toBe('en-GB')
  expect(auto('de-CH')).toBe('en-CH')
  expect(auto('de')).toBe('en')
  expect(auto()).toBe('en')
  expect(chooseLocale('de-CH', { language: 'en', machine: ['en-US'] })).toBe('de-CH')
})

test('[REGION-5] every region that is offered is known to the platform, has a name of its own and can be stored', () => {
  expect(Intl.DateTimeFormat.supportedLocalesOf(regionLocales)).toEqual(regionLocales)
  const names = nameRegions('en')
  expect(names.length).toBe(regionLocales.length)
  expect(new Set(names.map(({ name }) => name)).size).toBe(regionLocales.length)
  expect(names.find(({ locale }) => locale === 'de-CH')?.name).toBe('German (Switzerland)')
  const { region } = preferencesSchema.shape
  for (const locale of ['auto', ...regionLocales]) expect(region.safeParse(locale).success, locale).toBe(true)
  for (const locale of ['', 'Swiss', 'de_CH', 'x']) expect(region.safeParse(locale).success, locale).toBe(false)
})

test('[REGION-6] names stand in the order of the region', () => {
  const names = ['Zeta', 'Ähre', 'Adler']
  expect(names.toSorted(compareTextsIn('de-DE'))).toEqual(['Adler', 'Ähre', 'Zeta'])
  expect(names.toSorted(compareTextsIn('sv-SE'))).toEqual(['Adler', 'Zeta', 'Ähre'])
})

test('[REGION-7] numbers are typed with the signs of the region and the digits of the keyboard', () => {
  expect(numberSeparators('de-DE')).toEqual({ group: '.', point: ',' })
  expect(numberSeparators('ar-EG')).toEqual({ group: ',', point: '.' })
})
