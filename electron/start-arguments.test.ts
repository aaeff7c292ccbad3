import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readStartArguments } from './start-arguments.ts'

test('[HOST-40] knows its arguments, in either spelling and any order', async () => {
  expect(await readStartArguments([], {})).toEqual({
    ok: true,
    value: { headless: false, dataDir: undefined, accountId: undefined, passphrase: undefined, pageDir: undefined },
  })
  expect(await readStartArguments(['--data-dir=D', '--headless', '--account', 'A'], {})).toEqual({
    ok: true,
    value: { headless: true, dataDir: resolve('D'), accountId: 'A', passphrase: undefined, pageDir: undefined },
  })
})

test.each([['--port', '80'], ['--headles'], ['clients'], ['--data-dir'], ['--headless=yes']])(
  '[HOST-40] refuses %s in one line that names what it knows',
  async (...parameters) => {
    const read = await readStartArguments(parameters, {})
    expect(read).toMatchObject({ ok: false })
    expect(read.ok ? '' : read.error).toMatch(/^[^\n]*Known: --headless, --data-dir FOLDER/)
  },
)

test('[HOST-41] takes the passphrase from the environment, an empty one being none', async () => {
  expect(await readStartArguments([], { SECURATLAS_PASSPHRASE: ' two words ' })).toMatchObject({
    value: { passphrase: ' two words ' },
  })
  expect(await readStartArguments([], { SECURATLAS_PASSPHRASE: '' })).toMatchObject({
    value: { passphrase: undefined },
  })
})

test('[HOST-41] takes the passphrase from a file first, without its last line break', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'start-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'passphrase')
  for (const [written, read] of [
    ['two words\n', 'two words'],
    ['two words\r\n', 'two words'],
    ['a\n\n', 'a\n'],
    [' x ', ' x '],
  ]) {
    await writeFile(file, written ?? '')
    const start = await readStartArguments(['--passphrase-file', file], { SECURATLAS_PASSPHRASE: 'other' })
    expect(start).toMatchObject({ value: { passphrase: read } })
  }
  const missing = await readStartArguments(['--passphrase-file', join(folder, 'missing')], {})
  expect(missing.ok ? '' : missing.error).toContain('The passphrase file cannot be read')
})
