/** The Electron that the lane runs on: the one that was named, or the package's own where its binary is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type FoundRuntime =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string }

const electronPackage = fileURLToPath(new URL('../../node_modules/electron', import.meta.url))

export const findRuntime = (env: Readonly<Record<string, string | undefined>> = process.env): FoundRuntime => {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronPackage, 'dist')
  const path = join(folder, programName())
  return existsSync(path) ? { path } : { reason: `there is no Electron in ${folder}` }
}

/** The package notes the name when it has its binary. */
const programName = (): string => {
  const note = join(electronPackage, 'path.txt')
  if (existsSync(note)) return readFileSync(note, 'utf8')
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
