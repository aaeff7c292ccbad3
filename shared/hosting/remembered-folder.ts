/** The data folder that was chosen on this machine, for the next start: its path alone, outside every data folder. */
import envPaths from 'env-paths'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type StartFolder = {
  readonly dataDir: string
  /** The folder that was chosen, when it is not there now: another disk, or moved. */
  readonly missing: string | undefined
}

const standardFolder = (): string => envPaths('SecurAtlas Desktop', { suffix: '' }).data
const rememberedFile = (): string => join(envPaths('SecurAtlas Desktop', { suffix: '' }).config, 'data-folder')

/** Never the folder that is missing: an engine would make an empty one in its place. */
export const findStartFolder = (): StartFolder => {
  const remembered = readRemembered()
  if (remembered === undefined) return { dataDir: standardFolder(), missing: undefined }
  const isThere = statSync(remembered, { throwIfNoEntry: false })?.isDirectory() === true
  return isThere ? { dataDir: remembered, missing: undefined } : { dataDir: standardFolder(), missing: remembered }
}

/** False when it could not be written: then the next start is on the folder that was remembered before. */
export const rememberFolder = (dataDir: string): boolean => {
  const file = rememberedFile()
  try {
    if (dataDir === standardFolder()) {
      rmSync(file, { force: true })
      return true
    }
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, `${dataDir}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return true
  } catch {
    return false
  }
}

const readRemembered = (): string | undefined => {
  try {
    return readFileSync(rememberedFile(), 'utf8').trim() || undefined
  } catch {
    return undefined // nothing was chosen yet
  }
}
