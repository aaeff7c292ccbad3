/** Official OSCAL files that lie beside the project where it is developed; tests of them are skipped elsewhere. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'data', 'oscal')

export const hasOfficialFiles = existsSync(folder)

export const officialFile = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
