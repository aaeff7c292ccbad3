/** The package.json of a built desktop app: Electron reads its name, its version and where it begins. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export const writeAppManifest = async (folder: string): Promise<void> => {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  const { name, version } = JSON.parse(text) as Record<string, unknown>
  const manifest = { name, version, type: 'module', main: 'main/index.cjs' }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
}
