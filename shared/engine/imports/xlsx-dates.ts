/** Dates in a workbook are numbers with a date format (ECMA-376 part 1, 18.8.30 and 18.17.4). */

export type DateShape = { readonly date: boolean; readonly time: boolean }

/** What a number format shows; `undefined` for everything that is no date, durations included. */
export const dateShapeOf = (formatId: number, formatCode: string | undefined): DateShape | undefined =>
  formatCode === undefined ? builtInShape(formatId) : shapeOfCode(formatCode)

const dateOnly: DateShape = { date: true, time: false }
const timeOnly: DateShape = { date: false, time: true }

/** 27–36 and 50–58 are the date formats of East Asian Excel. */
const builtInShape = (id: number): DateShape | undefined => {
  if (id === 22) return { date: true, time: true }
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return dateOnly
  return (id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) ? timeOnly : undefined
}

const shapeOfCode = (code: string): DateShape | undefined => {
  const [positive = ''] = code.split(';')
  const bare = positive.replace(/"[^"]*"|\\.|_.|\*./gu, '')
  if (/\[[hms]+\]/iu.test(bare)) return undefined
  const letters = bare.replace(/\[[^\]]*\]/gu, '')
  if (/general/iu.test(letters)) return undefined
  const time = /[hs]/iu.test(letters)
  const date = /[dy]/iu.test(letters) || (!time && /m/iu.test(letters))
  return date || time ? { date, time } : undefined
}

const secondsPerDay = 86_400
const lastSerial = 2_958_465

/** ISO 8601: `2024-03-01`, `2024-03-01T14:30:00`, `14:30:00`; `undefined` when the number is no date. */
export const serialToIso = (serial: number, shape: DateShape, from1904: boolean): string | undefined => {
  if (!(serial >= 0 && serial <= lastSerial)) return undefined
  const seconds = Math.round(serial * secondsPerDay)
  const day = Math.floor(seconds / secondsPerDay)
  const iso = new Date((daysSince1970(day, from1904) * secondsPerDay + (seconds % secondsPerDay)) * 1000).toISOString()
  const time = iso.slice(11, 19)
  if (day === 0 && shape.time) return time
  return shape.time && seconds % secondsPerDay !== 0 ? `${iso.slice(0, 10)}T${time}` : iso.slice(0, 10)
}

/** Excel counts a 29 February 1900 that never was, so days before March 1900 are off by one. */
const daysSince1970 = (day: number, from1904: boolean): number => {
  if (from1904) return day - 24_107
  return day - (day < 60 ? 25_568 : 25_569)
}
