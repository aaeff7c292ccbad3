import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { createPracticeIn, startRunningEngine } from '#testing/running-engine.ts'
import { runCli } from './run-cli.ts'

type Client = { readonly id: string; readonly name: string; readonly status: string }

const prepare = async () => {
  const cli = createTestCli(runCli)
  const other = join(cli.folder, 'other')
  await createPracticeIn(await startRunningEngine(cli.dataDir), cliPassphrase)
  await createPracticeIn(await startRunningEngine(other), cliPassphrase)
  const { id } = await cli.json<Client>(['clients', 'add', '--name', 'Bio-Techne', '--set', 'industry=Health'])
  return { cli, id, there: ['--data-dir', other], file: join(cli.folder, 'bio.securatlas') }
}

test('[CLI-60] hand-over makes a passphrase beside the file where none is given, and take-over finds it there', async () => {
  const { cli, id, there, file } = await prepare()
  const out = ['clients', 'hand-over', '--client', 'bio-techne', '--out', file]
  const made = await cli.json<{ id: string; out: string; passphraseFile: string }>(out)
  expect(made).toMatchObject({ id, out: file, passphraseFile: `${file}.passphrase` })
  expect(statSync(made.passphraseFile).mode & 0o777).toBe(0o600)
  expect(readFileSync(made.passphraseFile, 'utf8')).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}\n$/)
  expect(expectRefusal(await cli.run(out))).toContain('already')
  expect(await cli.json([...there, 'clients', 'take-over', file])).toEqual({
    id,
    name: 'Bio-Techne',
    from: 'Harbor Security',
  })
  const again = await cli.run([...there, 'clients', 'take-over', file])
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already here: Bio-Techne')])
})

test('[CLI-61] the passphrase of the file comes from a file or the environment, never from the command line', async () => {
  const { cli, there, file } = await prepare()
  const env = { SECURATLAS_ENVELOPE_PASSPHRASE: 'between two practices' }
  const out = ['clients', 'hand-over', '--client', 'Bio-Techne', '--out', file]
  expect(expectRefusal(await cli.run([...out, '--envelope-passphrase=x']))).toContain('envelope-passphrase-file')
  expect(await cli.json(out, { env })).toMatchObject({ passphraseFile: null })
  expect(existsSync(`${file}.passphrase`)).toBe(false)
  expect(expectRefusal(await cli.run([...there, 'clients', 'take-over', file]))).toContain('passphrase of the file')
  const secret = cli.write('secret.txt', 'wrong one\n')
  const wrong = ['clients', 'take-over', file, '--envelope-passphrase-file', secret]
  expect(expectRefusal(await cli.run([...there, ...wrong]))).toContain('does not open the file')
  expect(await cli.json([...there, 'clients', 'take-over', file], { env })).toMatchObject({ name: 'Bio-Techne' })
})

test('[CLI-62] delete wants the name once more, and is for good', async () => {
  const { cli, id } = await prepare()
  const remove = ['clients', 'delete', '--client', id]
  expect(expectRefusal(await cli.run([...remove, '--confirm', 'Bio']))).toContain('Nothing was deleted')
  expect(await cli.json([...remove, '--confirm', 'Bio-Techne'])).toEqual({ id, name: 'Bio-Techne', deleted: true })
  expect(await cli.json(['clients', 'list', '--archived'])).toEqual({ items: [], total: 0 })
  expect(await cli.json(['doctor'])).toMatchObject({ clean: true })
})

test('[CLI-63] clone takes the structure of a client, and convert makes a prospect a client and back', async () => {
  const { cli } = await prepare()
  const clone = ['clients', 'clone', '--client', 'Bio-Techne', '--name', 'Nova', '--status', 'prospect']
  expect(await cli.json(clone)).toMatchObject({ name: 'Nova', status: 'prospect', industry: 'Health' })
  const convert = ['clients', 'convert', '--client', 'Nova']
  expect(await cli.json(convert)).toMatchObject({ status: 'client', changed: true })
  expect(await cli.json([...convert, '--to', 'client'])).toMatchObject({ changed: false })
  expect(await cli.json(convert)).toMatchObject({ status: 'prospect', changed: true })
})
