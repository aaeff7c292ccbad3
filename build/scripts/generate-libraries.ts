/** Writes the framework libraries that the product carries: `npm run generate:libraries -- FACTS_FOLDER [OUT_FOLDER]`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildLibrary, formatLibrary } from './libraries/build-library.ts'
import { frameworkSheets } from './libraries/framework-sheets.ts'
import { writeLibraryIndex } from './libraries/write-library-index.ts'

const [facts, out = join(import.meta.dirname, '../../shared/engine/library/built-in')] = process.argv.slice(2)
if (facts === undefined) throw new Error('name the folder of facts')
const libraries = frameworkSheets.map((sheet) => buildLibrary(sheet, facts))
mkdirSync(out, { recursive: true })
for (const library of libraries) {
  writeFileSync(join(out, `${library.id}.json`), formatLibrary(library))
  process.stdout.write(`${library.id}: ${library.nodes.length} nodes\n`)
}
writeLibraryIndex(out)
