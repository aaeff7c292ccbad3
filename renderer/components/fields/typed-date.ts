/** Reads dates as people type them: "4 dec", "4.12.", "12/4/2026", "2026-12-04", "+2w"; and writes them for reading. */
import { monthNames, numericOrder, plainDigits, writeDay, type Day } from '#renderer/region/written-date.ts'

export type DateReading = { readonly today: Day; readonly locale?: string | undefined }

export const readTypedDate = (typed: string, reading: DateReading): Day | undefined => {
  const text = plainDigits(typed.trim().toLowerCase())
  return (
    readYearFirst(text) ??
    readOffset(text, reading.today) ??
    readNumbers(text, reading) ??
    readWithMonth(text, reading) ??
    readAsWritten(text, reading.locale)
  )
}

export const todayHere = (now: Date = new Date()): Day =>
  toDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? ''

/** A year of four digits in front is followed by month and day, wherever one lives. */
const readYearFirst = (text: string): Day | undefined => {
  const match = /^(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})\.?$/.exec(text)
  return match === null ? undefined : toDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** "+2w" is two weeks from today; d, w, m and y. A month later is the same day, or the last of that month. */
const readOffset = (text: string, today: Day): Day | undefined => {
  const match = /^([+-]\d{1,4})\s*([dwmy])$/.exec(text)
  if (match === null) return undefined
  const count = Number(match[1])
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  if (match[2] === 'd' || match[2] === 'w') {
    const moved = new Date(Date.UTC(year, month - 1, day + count * (match[2] === 'w' ? 7 : 1)))
    return toDay(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
  }
  const months = year * 12 + (month - 1) + count * (match[2] === 'y' ? 12 : 1)
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 }
  const lastDay = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate()
  return toDay(target.year, target.month, Math.min(day, lastDay))
}

/** Numbers alone stand in the order of the region; a year may be missing. A point is the day's, except where it writes so. */
const readNumbers = (text: string, reading: DateReading): Day | undefined => {
  const match = /^(\d{1,2})[./-]\s?(\d{1,2})(?:[./-]\s?(\d{2}|\d{4}))?[./-]?$/.exec(text)
  if (match === null) return undefined
  const [one, two] = [Number(match[1]), Number(match[2])]
  const order = numericOrder(reading.locale)
  const sign = /[./-]/.exec(text)?.[0] ?? ''
  const monthFirst = order.monthFirst && (sign === '/' || order.signs.includes(sign))
  return complete(monthFirst ? { day: two, month: one } : { day: one, month: two }, match[3], reading.today)
}

/** "4 dec", "4. Dezember 2026", "dec 4". */
const readWithMonth = (text: string, reading: DateReading): Day | undefined => {
  const match = /^(?:(\d{1,2})[.\s]*(\p{L}+)|(\p{L}+)\.?\s*(\d{1,2}))[.,\s]*(\d{4}|\d{2})?$/u.exec(text)
  const word = match?.[2] ?? match?.[3]
  if (match === null || word === undefined || word.length < 3) return undefined
  const month = monthsKnownIn(reading.locale).findIndex((names) => names.some((name) => name.startsWith(word)))
  return month < 0
    ? undefined
    : complete({ day: Number(match[1] ?? match[4]), month: month + 1 }, match[5], reading.today)
}

/** Without a year it is the next such day, today included. */
const complete = (
  { day, month }: { readonly day: number; readonly month: number },
  typedYear: string | undefined,
  today: Day,
): Day | undefined => {
  if (typedYear !== undefined)
    return toDay(typedYear.length === 2 ? 2000 + Number(typedYear) : Number(typedYear), month, day)
  const year = Number(today.slice(0, 4))
  const found = toDay(year, month, day)
  return found !== undefined && found >= today ? found : toDay(year + 1, month, day)
}

const toDay = (year: number, month: number, day: number): Day | undefined => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

/** What the field itself shows, however the region writes it: "2026年12月4日", "4 de dez. de 2026". */
const readAsWritten = (text: string, locale: string | undefined): Day | undefined => {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const year = numbers.find((number) => number >= 1000)
  if (year === undefined) return undefined
  const isWritten = (day: Day | undefined): day is Day =>
    day !== undefined && plainDigits(writeDay(day, locale).toLowerCase()) === text
  return numbers
    .filter((number) => number >= 1 && number <= 31)
    .flatMap((day) => Array.from({ length: 12 }, (_, month) => toDay(year, month + 1, day)))
    .find(isWritten)
}

/** In the language of the region, and in English, which everybody types. */
const monthsKnownIn = (locale: string | undefined): readonly (readonly string[])[] => {
  const english = monthNames('en')
  return monthNames(locale).map((name, month) => [name, english[month] ?? name])
}
