/** Finds the character between the cells of a delimited text, from its first records. */

const candidates = [',', ';', '\t', '|'] as const

const recordsLooked = 50

/**
 * The candidate that stands in the first record and cuts most records into the same number of cells. `undefined` where there is none: the text is a plain list, a name per line, and commas
 * in it belong to the names.
 */
export const detectDelimiter = (sample: string): string | undefined => {
  const scored = candidates.map((delimiter) => ({ delimiter, ...scoreDelimiter(countCells(sample, delimiter)) }))
  return scored.filter(({ cells }) => cells > 1).toSorted((a, b) => b.score - a.score || b.cells - a.cells)[0]
    ?.delimiter
}

const scoreDelimiter = (counts: readonly number[]): { readonly score: number; readonly cells: number } => {
  const [first = 0] = counts
  if (first < 2) return { score: 0, cells: 0 }
  const recordsByCells = new Map<number, number>()
  // A record that the candidate does not cut may be a short row, so it speaks for no number of cells.
  for (const count of counts) if (count > 1) recordsByCells.set(count, (recordsByCells.get(count) ?? 0) + 1)
  const [[cells, records] = [0, 0]] = [...recordsByCells].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])
  return { score: records, cells }
}

/** Cells per record; blank records are left out, delimiters and line breaks inside quotes do not count. */
const countCells = (sample: string, delimiter: string): readonly number[] => {
  const counts: number[] = []
  let cells = 1
  let cellStart = 0
  let recordStart = 0
  let at = 0
  while (at < sample.length && counts.length < recordsLooked) {
    const character = sample[at]
    if (character === '"' && sample.slice(cellStart, at).trim() === '') {
      at = afterQuoted(sample, at)
      continue
    }
    if (character === delimiter) cells += 1
    if (character === '\n' || character === '\r') {
      if (sample.slice(recordStart, at).trim() !== '') counts.push(cells)
      cells = 1
      recordStart = at + 1
    }
    at += 1
    if (character === delimiter || recordStart === at) cellStart = at
  }
  // The sample may end inside a record; that one counts only when it is all there is.
  if (counts.length === 0 && sample.slice(recordStart).trim() !== '') counts.push(cells)
  return counts
}

const afterQuoted = (sample: string, open: number): number => {
  let close = sample.indexOf('"', open + 1)
  while (close >= 0 && sample[close + 1] === '"') close = sample.indexOf('"', close + 2)
  return close < 0 ? sample.length : close + 1
}
