/** Lays rows and pairs out in columns for people. */

/** Two spaces between columns; the last one is not filled up. */
export const formatTable = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const lines = [headings, ...rows].map((row) => row.map(showCell))
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => displayWidth(line[column] ?? ''))))
  return lines.map((line) => formatLine(line, widths)).join('\n')
}

/** `Name  Value` lines; a pair without a value is left out. */
export const formatPairs = (pairs: readonly (readonly [string, Cell])[]): string => {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  const width = Math.max(0, ...shown.map(([name]) => displayWidth(name)))
  return shown.map((pair) => formatLine(pair.map(showCell), [width])).join('\n')
}

export type Cell = string | number | null | undefined

/** Without characters that move the cursor, change the colour or turn the direction of what follows. */
export const showCell = (cell: Cell): string =>
  String(cell ?? '').replaceAll(/[\p{Cc}\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ')

const formatLine = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
    .join('  ')
    .trimEnd()

/** Columns of a terminal: East Asian characters take two, combining marks none. */
const displayWidth = (text: string): number =>
  [...text.replaceAll(/\p{M}/gu, '')].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0)

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u
