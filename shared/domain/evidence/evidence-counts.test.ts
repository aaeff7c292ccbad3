import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './calendar-days.ts'
import {
  coversPeriod,
  evidenceCounts,
  evidenceStanding,
  lastValidDay,
  nextStandingChange,
  type CountedEvidence,
} from './evidence-counts.ts'

const evidence = (fields: Partial<CountedEvidence> = {}): CountedEvidence => ({
  isAccepted: true,
  periodFrom: null,
  periodTo: null,
  collectedOn: '2026-03-01',
  validUntil: null,
  isDeleted: false,
  ...fields,
})
const on = (day: string, validityDays = 365) => ({ day, validityDays })

test('[EVID-1] evidence counts when it is accepted, in its period and not expired, and else not', () => {
  expect(evidenceStanding(evidence(), on('2026-06-01'))).toBe('counts')
  expect(evidenceStanding(evidence({ isAccepted: false }), on('2026-06-01'))).toBe('notAccepted')
  expect(evidenceStanding(evidence({ isDeleted: true }), on('2026-06-01'))).toBe('notAccepted')
  expect(evidenceStanding(evidence({ periodFrom: '2026-07-01' }), on('2026-06-30'))).toBe('notYet')
  expect(evidenceStanding(evidence({ periodFrom: '2026-07-01' }), on('2026-07-01'))).toBe('counts')
  expect(evidenceCounts(evidence({ validUntil: '2026-06-01' }), on('2026-06-01'))).toBe(true)
  expect(evidenceStanding(evidence({ validUntil: '2026-06-01' }), on('2026-06-02'))).toBe('expired')
})

test('[EVID-2] it is valid until the day that was set, else for the validity after its period or its collection', () => {
  expect(lastValidDay(evidence(), 365)).toBe('2027-03-01')
  expect(lastValidDay(evidence({ periodTo: '2026-06-30' }), 90)).toBe('2026-09-28')
  expect(lastValidDay(evidence({ periodTo: '2026-06-30', validUntil: '2026-07-15' }), 90)).toBe('2026-07-15')
  expect(lastValidDay(evidence({ collectedOn: null }), 90)).toBeNull()
  expect(evidenceCounts(evidence({ collectedOn: null }), on('2999-12-31'))).toBe(true)
})

test('[EVID-3] the next change is the first day on which the standing is another one', () => {
  const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
  const some = fc.record({
    isAccepted: fc.boolean(),
    isDeleted: fc.boolean(),
    periodFrom: fc.option(day),
    periodTo: fc.option(day),
    collectedOn: fc.option(day),
    validUntil: fc.option(day),
  })
  fc.assert(
    fc.property(some, day, fc.integer({ min: 1, max: 400 }), (one, today, validityDays) => {
      const standing = evidenceStanding(one, on(today, validityDays))
      const change = nextStandingChange(one, on(today, validityDays))
      const end = change ?? addDays(today, 2000)
      expect(daysBetween(today, end)).toBeGreaterThan(0)
      expect(evidenceStanding(one, on(addDays(end, -1), validityDays))).toBe(standing)
      const next = change === null ? 'anotherOne' : evidenceStanding(one, on(change, validityDays))
      expect(next).not.toBe(standing)
    }),
  )
})

test('[EVID-4] evidence says something about a period that its own overlaps, or in which it was collected', () => {
  const quarter = { from: '2026-04-01', to: '2026-06-30' }
  expect(coversPeriod(evidence({ periodFrom: '2026-01-01', periodTo: '2026-04-01' }), quarter)).toBe(true)
  expect(coversPeriod(evidence({ periodFrom: '2026-01-01', periodTo: '2026-03-31' }), quarter)).toBe(false)
  expect(coversPeriod(evidence({ periodFrom: '2026-07-01' }), quarter)).toBe(false)
  expect(coversPeriod(evidence({ periodFrom: '2026-01-01' }), quarter)).toBe(true)
  expect(coversPeriod(evidence({ collectedOn: '2026-05-05' }), quarter)).toBe(true)
  expect(coversPeriod(evidence({ collectedOn: '2026-03-31' }), quarter)).toBe(false)
})

test('[EVID-2] days are counted over leap days, centuries and the turn of a year', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('1999-12-31', 60)).toBe('2000-02-29')
  expect(addDays('2100-02-28', 1)).toBe('2100-03-01')
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
      const expected = new Date(days * 86_400_000).toISOString().slice(0, 10)
      expect(addDays('1970-01-01', days)).toBe(expected)
      expect(daysBetween('1970-01-01', expected)).toBe(days)
    }),
  )
})
