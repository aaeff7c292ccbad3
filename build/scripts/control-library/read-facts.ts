/** Finds and reads the folder of published identifiers and titles that the libraries are checked against. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Fact = {
  readonly id: string
  readonly parent: string
  readonly kind: string
  readonly title: string
  readonly row: readonly string[]
}

const filesByFramework: Readonly<Record<string, string>> = { 'nist-sp-800-171-r2': 'nist-sp-800-171-r2_cmmc-2.0' }

/** Beside the project or beside a folder above it; undefined in a fresh clone elsewhere. */
export const findReferenceData = (from: string = import.meta.dirname): string | undefined => {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(dirname(folder), 'shared', 'data')
    if (existsSync(join(candidate, 'facts'))) return candidate
  }
  return undefined
}

export const readFacts = (facts: string, framework: string): readonly Fact[] =>
  rowsOf(join(facts, `${filesByFramework[framework] ?? framework}.tsv`)).map((row) => {
    const [id = '', parent = '', kind = '', title = '', statement = ''] = row
    return { id, parent, kind, title: (title || statement).replace(' [paraphrase]', ''), row }
  })

/** Pairs of a published crosswalk, source then target. */
export const readPublishedPairs = (file: string): readonly (readonly [string, string])[] =>
  rowsOf(file).map(([, source = '', , target = '']) => [source, target] as const)

const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'))
