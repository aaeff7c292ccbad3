/** Finds the Electron for the desktop app: the one that was named, or the package's own where its binary is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Electron's own name for the folder that its program lies in. */
export const electronVariable = 'ELECTRON_OVERRIDE_DIST_PATH'

export type FoundElectron =
  | { readonly path: string; readonly reason?: undefined }
  | { readonly path?: undefined; readonly reason: string }

const electronPackage = fileURLToPath(new URL('../../node_modules/electron', import.meta.url))

export const findElectron = (env: Readonly<Record<string, string | undefined>> = process.env): FoundElectron => {
  const named = env[electronVariable]
  const folder = named === undefined || named === '' ? join(electronPackage, 'dist') : named
  const path = join(folder, programName())
  return existsSync(path) ? { path } : { reason: `there is no Electron in ${folder}` }
}

/** The package notes it when it has its binary. */
const programName = (): string => {
  const note = join(electronPackage, 'path.txt')
  if (existsSync(note)) return readFileSync(note, 'utf8').trim()
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}
