/** Writes the common control library that the product carries: `node build/scripts/generate-control-library.ts FACTS_FOLDER`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildControlLibrary, formatControlLibrary, readSheets } from './control-library/build-control-library.ts'
import { writeLibraryIndex } from './libraries/write-library-index.ts'

const facts = process.argv[2]
if (facts === undefined) throw new Error('name the folder of facts')
const library = buildControlLibrary(readSheets(), facts)
const folder = join(import.meta.dirname, '../../shared/engine/library/built-in')
writeFileSync(join(folder, 'common-controls.json'), formatControlLibrary(library))
writeLibraryIndex(folder)
process.stdout.write(`${library.nodes.filter(({ assessable }) => assessable).length} controls\n`)
