import type { FoundElectron } from '#build/scripts/find-electron.ts'
import { expect, test } from 'vitest'
import { chooseElectron, type ElectronChoice } from './choose-electron.ts'

const missing: FoundElectron = { reason: 'there is no Electron in /app' }
const there: FoundElectron = { path: '/app/electron' }

const choose = async (choice: Partial<ElectronChoice>) => {
  const said: string[] = []
  let fetches = 0
  const { fetch = () => Promise.resolve(undefined), ...rest } = choice
  const path = await chooseElectron({
    headless: false,
    platform: 'linux',
    env: { DISPLAY: ':0' },
    isRoot: false,
    find: () => there,
    say: (line) => void said.push(line),
    fetch: () => {
      fetches++
      return fetch()
    },
    ...rest,
  })
  return { path, said, fetches }
}

test('[HOST-50] takes the Electron that is there, without a word', async () => {
  expect(await choose({})).toEqual({ path: '/app/electron', said: [], fetches: 0 })
})

test('[HOST-50] takes the one that could be fetched', async () => {
  const found = [missing, there]
  const chosen = await choose({ find: () => found.shift() ?? missing })
  expect(chosen).toEqual({ path: '/app/electron', said: [], fetches: 1 })
})

test('[HOST-50] says in one line why the browser window opens in its place', async () => {
  const chosen = await choose({ find: () => missing, fetch: () => Promise.resolve('fetching it failed (1)') })
  expect(chosen).toEqual({
    path: undefined,
    said: [
      'The desktop window cannot be had: there is no Electron in /app, and fetching it failed (1). ' +
        'The app opens in a browser window instead.',
    ],
    fetches: 1,
  })
})

test.each([{ headless: true }, { env: {} }, { isRoot: true }])(
  '[HOST-50] looks for none with %o: nothing could show it',
  async (choice) => {
    expect(await choose({ ...choice, find: () => missing })).toEqual({ path: undefined, said: [], fetches: 0 })
  },
)
