/** Writes the list of the built-in libraries with their figures, so that it is shown without reading their nodes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '#domain/library/library.ts'
import { summarizeLibrary } from '#domain/library/summarize-library.ts'

const indexName = 'index.json'

export const writeLibraryIndex = (folder: string): void => {
  const summaries = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== indexName)
    .map((file) => summarizeLibrary(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Library))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  writeFileSync(join(folder, indexName), `[\n${summaries.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`)
}
