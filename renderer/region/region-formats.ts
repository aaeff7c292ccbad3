/** Numbers, money, dates and times as one region writes them. Days are of the Gregorian calendar everywhere, as records are. */
import type { Region } from './region.ts'
import { currencyDigits } from './number-separators.ts'

export type RegionFormats = {
  number(value: number): string
  /** A part of the whole, in percent; of nothing it is 0. */
  share(done: number, total: number): string
  /** Without cents. */
  money(minorUnits: number, currency: string): string
  /** In megabytes, from a thousand of them on in gigabytes. */
  size(bytes: number): string
  /** Day and time of a UTC instant, in the time zone. */
  moment(instant: string): string
  /** The day of a UTC instant, in the time zone. */
  day(instant: string): string
  /** Of a date without a time, which no time zone moves. */
  calendarDay(date: string): string
  /** The same in few letters; without its year where that is understood. */
  shortDay(date: string, year: 'withYear' | 'withoutYear'): string
  /** "Monday 23 November 2026" */
  longDay(time: Date): string
  /** "23 November 2026" */
  plainDay(time: Date): string
}

export type RegionFormatOptions = {
  readonly locale: string
  readonly clock: Region['clock']
  /** Undefined is the computer's own. */
  readonly timeZone: string | undefined
}

/** Made once per region and zone: to make them takes longer than to use them a hundred times. */
export const regionFormats = (options: RegionFormatOptions): RegionFormats => {
  const key = [options.locale, options.clock, options.timeZone].join(' ')
  const known = formatsByOptions.get(key) ?? createRegionFormats(options)
  formatsByOptions.set(key, known)
  return known
}

const formatsByOptions = new Map<string, RegionFormats>()

const hourCycles = { auto: {}, '12': { hourCycle: 'h12' }, '24': { hourCycle: 'h23' } } as const

const createRegionFormats = ({ locale, clock, timeZone }: RegionFormatOptions): RegionFormats => {
  const number = new Intl.NumberFormat(locale)
  const share = new Intl.NumberFormat(locale, { style: 'percent' })
  const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone, ...options })
  const moment = dates({ dateStyle: 'medium', timeStyle: 'short', ...hourCycles[clock] })
  const day = dates({ dateStyle: 'medium' })
  const calendarDay = dates({ dateStyle: 'medium', timeZone: 'UTC' })
  const short = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  const shortDays = { withoutYear: dates(short), withYear: dates({ ...short, year: 'numeric' }) }
  const plain = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const plainDay = dates(plain)
  const longDay = dates({ ...plain, weekday: 'long' })
  const atMidnight = (date: string): Date => new Date(`${date}T00:00:00Z`)
  return {
    number: (value) => number.format(value),
    share: (done, total) => share.format(total === 0 ? 0 : done / total),
    money: (minorUnits, currency) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(
        minorUnits / 10 ** currencyDigits(currency),
      ),
    size: (bytes) => {
      const [value, unit] = bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte']
      return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
    },
    moment: (instant) => {
      const parts = moment.formatToParts(new Date(instant))
      return parts.map(clock === '12' ? withoutLeadingZero : asItIs).join('')
    },
    day: (instant) => day.format(new Date(instant)),
    calendarDay: (date) => calendarDay.format(atMidnight(date)),
    shortDay: (date, year) => shortDays[year].format(atMidnight(date)),
    longDay: (time) => longDay.format(time),
    plainDay: (time) => plainDay.format(time),
  }
}

/** The pattern of 24 hours leaves its zero behind, as in "06:10 pm". */
const withoutLeadingZero = ({ type, value }: Intl.DateTimeFormatPart): string =>
  type === 'hour' ? value.replace(/^0(?=\d)/, '') : value
const asItIs = ({ value }: Intl.DateTimeFormatPart): string => value

/** "2026-11-23": the day that it is at a moment in a time zone. */
export const isoDayOf = (time: Date, timeZone: string | undefined): string => {
  // Swedish writes days as ISO does, which makes them comparable.
  const known = isoDays.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone })
  isoDays.set(timeZone, known)
  return known.format(time)
}

const isoDays = new Map<string | undefined, Intl.DateTimeFormat>()
