import { expect, test } from 'vitest'
import { showWindow, type Desktop } from './show-window.ts'

const address = 'http://127.0.0.1:4000/?token=secret'

const showOn = async (desktop: Partial<Desktop>): Promise<readonly string[]> => {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const usual = { platform: 'linux', env: { DISPLAY: ':0' }, isRoot: false, chromium: undefined } as const
  expect(await showWindow(address, { ...usual, say, ...desktop })).toBeUndefined()
  return said
}

test.each([
  ['No Chromium was found', {}],
  ['There is no screen here', { env: {}, chromium: process.execPath }],
  ['opens no window for root', { isRoot: true, chromium: process.execPath }],
  ['Chromium opened no window', { chromium: '/nowhere/chromium' }],
  // Node itself refuses Chromium's flags and ends at once.
  ['Chromium opened no window', { chromium: process.execPath }],
  ['No Chromium was found', { platform: 'darwin', env: {} }],
] as const)('[HOST-46] says in one line "%s", then the address', async (reason, desktop) => {
  const [why, ...rest] = await showOn(desktop)
  expect(why).toContain(reason)
  expect(why).toContain('Open this address in a browser on this machine; it works once:')
  expect(rest).toEqual([address])
})
