/** What a region's dates look like: their names of months, their order, and how a day is written. */

/** An ISO day such as 2026-12-04. */
export type Day = string

export const writeDay = (day: Day, locale?: string): string => dayFormat(locale).format(new Date(`${day}T00:00:00Z`))

/** Whether the month stands before the day, and with which signs around its numbers. */
export const numericOrder = (locale?: string): { readonly monthFirst: boolean; readonly signs: string } => {
  const parts = format(locale, { day: 'numeric', month: 'numeric' }).formatToParts(new Date(0))
  return {
    monthFirst: parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month',
    signs: parts.map(({ type, value }) => (type === 'literal' ? value : '')).join(''),
  }
}

/** January first. */
export const monthNames = (locale?: string): readonly string[] =>
  Array.from({ length: 12 }, (_, month) =>
    format(locale, { month: 'long' })
      .format(new Date(Date.UTC(2026, month, 1)))
      .toLowerCase(),
  )

/** Digits of any script as those that JavaScript reads. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    // The digits of a script follow each other, ten at a time, and begin at its zero.
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return `${code - zero}`
  })

const dayFormat = (locale?: string): Intl.DateTimeFormat =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric' })

const format = (locale: string | undefined, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' })
