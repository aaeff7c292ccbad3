/** Finds a Chromium on this machine, for tests in a real browser and for the window without Electron. */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Also an address for people: says which program to use, whatever is installed. */
export const chromiumVariable = 'SECURATLAS_CHROMIUM'

export type Machine = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly isProgram: (path: string) => boolean
}

/** The path of a Chromium, Chrome or Edge; undefined where there is none. */
export const findChromium = (machine: Machine = thisMachine): string | undefined => {
  const given = machine.env[chromiumVariable]
  if (given !== undefined && given !== '') return machine.isProgram(given) ? given : undefined
  return placesOn(machine).find(machine.isProgram)
}

/** For a test that has to be skipped. */
export const noChromium = `no Chromium here: install one, or set ${chromiumVariable} to its path`

const placesOn = ({ platform, env }: Machine): readonly string[] => {
  if (platform === 'darwin') return ['/Applications', join(env['HOME'] ?? '/', 'Applications')].flatMap(macPlaces)
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
    return roots.filter((root) => root !== undefined).flatMap((root) => windowsPlaces.map((place) => `${root}${place}`))
  }
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(env['PATH'] ?? '').split(delimiter)]
  return linuxNames.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)))
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
]

const macPlaces = (applications: string): readonly string[] =>
  ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `${applications}/${name}.app/Contents/MacOS/${name}`)

const windowsPlaces = [
  '\\Chromium\\Application\\chrome.exe',
  '\\Google\\Chrome\\Application\\chrome.exe',
  '\\Microsoft\\Edge\\Application\\msedge.exe',
]

const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isProgram: (path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      // Not there, or not for us to run: either way it is not a browser that we can use.
      return false
    }
  },
}
