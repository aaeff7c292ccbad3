import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { fetchElectron } from './fetch-electron.ts'

let folder: string
let said: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetch-electron-'))
  said = []
  return () => rm(folder, { recursive: true })
})

/** With a program in place of the package's installer, which notes each time that it runs. */
const fetchWith = async (program: string, options: { env?: Record<string, string>; deadlineMs?: number } = {}) => {
  const installer = join(folder, 'install.cjs')
  const runs = JSON.stringify(join(folder, 'runs'))
  await writeFile(installer, `require('node:fs').appendFileSync(${runs}, 'x')\n${program}`)
  return fetchElectron({
    env: {},
    say: (line) => void said.push(line),
    installer,
    failureNote: join(folder, 'cache', 'failed'),
    ...options,
  })
}

const runs = async (): Promise<number> =>
  (await readdir(folder)).includes('runs') ? (await readFile(join(folder, 'runs'), 'utf8')).length : 0

describe('fetching Electron', () => {
  test('[HOST-51] runs the installer and says so in one line', async () => {
    expect(await fetchWith('')).toBeUndefined()
    expect(said).toEqual(['Fetching Electron for the desktop window (once, about 110 MB, at most 60 s)…'])
    expect(await runs()).toBe(1)
  })

  test('[HOST-51] tries once a day: a failure is remembered, and forgotten a day later', async () => {
    expect(await fetchWith('process.exit(1)')).toBe('fetching it failed (1)')
    expect(await fetchWith('')).toBe('fetching it failed within the last day')
    expect(await runs()).toBe(1)
    expect(said).toHaveLength(1)

    const yesterday = Date.now() / 1000 - 25 * 60 * 60
    await utimes(join(folder, 'cache', 'failed'), yesterday, yesterday)
    expect(await fetchWith('')).toBeUndefined()
    expect(await runs()).toBe(2)
    expect(await readdir(join(folder, 'cache'))).toEqual([])
  })

  test('[HOST-51] gives up at its deadline', async () => {
    const failure = await fetchWith('setInterval(() => undefined, 1000)', { deadlineMs: 1000 })
    expect(failure).toBe('fetching it took longer than 1 s')
    expect(await fetchWith('')).toBe('fetching it failed within the last day')
  })

  test.each(['CI', 'ELECTRON_SKIP_BINARY_DOWNLOAD', 'ELECTRON_OVERRIDE_DIST_PATH'])(
    '[HOST-51] does not try where %s is set',
    async (name) => {
      expect(await fetchWith('', { env: { [name]: '1' } })).toBe(`${name} is set, so it is not fetched`)
      expect(await runs()).toBe(0)
      expect(said).toEqual([])
    },
  )
})
