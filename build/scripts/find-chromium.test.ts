import { expect, test } from 'vitest'
import { chromiumVariable, findChromium, type Machine } from './find-chromium.ts'

const machine = (platform: Machine['platform'], programs: readonly string[], env: Machine['env'] = {}): Machine => ({
  platform,
  env,
  isProgram: (path) => programs.includes(path),
})

test('[RUN-12] the program that the variable names comes before all others', () => {
  const programs = ['/opt/mine', '/usr/bin/chromium']
  expect(findChromium(machine('linux', programs, { [chromiumVariable]: '/opt/mine' }))).toBe('/opt/mine')
  expect(findChromium(machine('linux', programs, { [chromiumVariable]: '' }))).toBe('/usr/bin/chromium')
})

test('[RUN-12] a variable that names no program finds nothing, rather than another browser', () => {
  const found = findChromium(machine('linux', ['/usr/bin/chromium'], { [chromiumVariable]: '/opt/gone' }))
  expect(found).toBeUndefined()
})

test.for([
  ['linux', '/usr/bin/google-chrome'],
  ['linux', '/tools/chromium'],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  ['darwin', '/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['win32', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['win32', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
] as const)('[RUN-12] on %s it looks at %s', ([platform, program]) => {
  const env = {
    PATH: '/tools',
    HOME: '/Users/ada',
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  }
  expect(findChromium(machine(platform, [program], env))).toBe(program)
  expect(findChromium(machine(platform, [], env))).toBeUndefined()
})
