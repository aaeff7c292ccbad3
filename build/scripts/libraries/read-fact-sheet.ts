/** Reads a facts file or a file of words: `#` lines, a line of column names, then a line a node. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FactRow } from './framework-sheets.ts'

export type FactSheet = {
  /** `name=number` pairs of the `# counts:` line. */
  readonly counts: ReadonlyMap<string, number>
  readonly rows: readonly FactRow[]
}

export const readFactSheet = (file: string): FactSheet => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const [head = '', ...body] = lines.filter((line) => !line.startsWith('#'))
  const columns = head.split('\t')
  return {
    counts: countsIn(lines.find((line) => line.startsWith('# counts:')) ?? ''),
    rows: body.map((line) => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, index) => [column, cells[index]?.trim() ?? '']))
    }),
  }
}

export type Words = { readonly title?: string; readonly explanation?: string }

/** What we say of each node of a framework, by its id. */
export const readWords = (framework: string, folder: string = wordsFolder): ReadonlyMap<string, Words> => {
  const file = join(folder, `${framework}.tsv`)
  if (!existsSync(file)) return new Map()
  const { rows } = readFactSheet(file)
  const words = new Map(rows.map(({ id = '', ...said }) => [id, said as Words]))
  if (words.size < rows.length) throw new Error(`${file} has an id twice`)
  return words
}

const wordsFolder = join(import.meta.dirname, '../library-words')

const countsIn = (line: string): ReadonlyMap<string, number> =>
  new Map(
    [...line.matchAll(/(?:^# counts: |; |[{,] ?')([^=;:']+?)(?:=|': )(\d+)/g)].map(([, name = '', figure]) => [
      name.trim(),
      Number(figure),
    ]),
  )
