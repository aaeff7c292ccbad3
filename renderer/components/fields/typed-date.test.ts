import { assert, date, property } from 'fast-check'
import { expect, test } from 'vitest'
import { regionLocales } from '#renderer/region/regions.ts'
import { writeDay } from '#renderer/region/written-date.ts'
import { readTypedDate, todayHere } from './typed-date.ts'

const today = '2026-11-23'
const read = (typed: string, locale = 'en-GB') => readTypedDate(typed, { today, locale })

test.for([
  ['2026-12-04', '2026-12-04'],
  ['4 dec', '2026-12-04'],
  ['4 Dec 2027', '2027-12-04'],
  ['4. December', '2026-12-04'],
  ['dec 4', '2026-12-04'],
  ['Dec 4, 2027', '2027-12-04'],
  ['4.12.', '2026-12-04'],
  ['4.12.27', '2027-12-04'],
  ['4/12/2026', '2026-12-04'],
  ['22 nov', '2027-11-22'],
  ['23 nov', '2026-11-23'],
  ['+3d', '2026-11-26'],
  ['+2w', '2026-12-07'],
  ['+1m', '2026-12-23'],
  ['+1y', '2027-11-23'],
  ['-1w', '2026-11-16'],
] as const)('[UI-35] %s is %s', ([typed, day]) => {
  expect(read(typed)).toBe(day)
})

test('[UI-35] numbers with a slash stand in the order of the language, and its own months are understood', () => {
  expect(read('12/4/2026', 'en-US')).toBe('2026-12-04')
  expect(read('4. Dezember', 'de-DE')).toBe('2026-12-04')
  expect(read('1 mars 2027', 'fr-FR')).toBe('2027-03-01')
})

test('[UI-35] a month after the 31st ends on the last of its days', () => {
  expect(readTypedDate('+1m', { today: '2027-01-31' })).toBe('2027-02-28')
  expect(readTypedDate('+1y', { today: '2028-02-29' })).toBe('2029-02-28')
})

test.for(['', 'soon', '31 feb', '2026-13-01', '32.12.', '4', 'd 4', '+2', '4 x'])(
  '[UI-35] "%s" is no date',
  (typed) => {
    expect(read(typed)).toBeUndefined()
  },
)

test.for(regionLocales)('[UI-35] what the field shows is read as the same day, %s', (locale) => {
  const days = date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  assert(
    property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10)
      expect(readTypedDate(writeDay(day, locale), { today, locale })).toBe(day)
    }),
  )
})

test('[UI-35] today is the day on the wall here', () => {
  expect(todayHere(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})

test.for([
  ['4/12/2026', 'sv-SE', '2026-12-04'],
  ['12/4', 'ja-JP', '2026-12-04'],
  ['2026/12/4', 'ja-JP', '2026-12-04'],
  ['2026年12月4日', 'ja-JP', '2026-12-04'],
  ['2026. 12. 4.', 'hu-HU', '2026-12-04'],
  ['12. 4.', 'hu-HU', '2026-12-04'],
  ['4.12.', 'de-CH', '2026-12-04'],
  ['4.12.', 'en-US', '2026-12-04'],
  ['٤/١٢/٢٠٢٦', 'ar-EG', '2026-12-04'],
  ['4-12-2026', 'nl-NL', '2026-12-04'],
] as const)('[REGION-7] %s, typed in %s, is %s', ([typed, locale, day]) => {
  expect(read(typed, locale)).toBe(day)
})
