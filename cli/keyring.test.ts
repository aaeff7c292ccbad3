import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCli, expectRefusal, type TestCli } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

type Made = { readonly account: string; readonly recoveryKey: string }

const makeSample = (cli: TestCli) => cli.json<Made>(['sample', 'create', '--clients', '3'])
const passphrase = (value: string) => ({ env: { SECURATLAS_PASSPHRASE: value } })

test('[CLI-40] change-passphrase makes the old one useless', async () => {
  const cli = createTestCli(runCli)
  await makeSample(cli)
  const missing = expectRefusal(await cli.run(['keyring', 'change-passphrase']))
  expect(missing).toContain('SECURATLAS_NEW_PASSPHRASE')
  expect(missing).toContain('--new-passphrase-file')
  const file = cli.write('next', 'a second passphrase\n')
  await cli.json(['keyring', 'change-passphrase', '--new-passphrase-file', file])
  expect(expectRefusal(await cli.run(['clients', 'list']))).toContain('The passphrase is wrong.')
  expect(await cli.json(['clients', 'list'], passphrase('a second passphrase'))).toMatchObject({ total: 3 })
}, 60_000)

test('[CLI-41] recover sets a new passphrase with the recovery key alone', async () => {
  const cli = createTestCli(runCli)
  const { account, recoveryKey } = await makeSample(cli)
  const env = { SECURATLAS_PASSPHRASE: '', SECURATLAS_NEW_PASSPHRASE: 'a second passphrase' }
  const missing = expectRefusal(await cli.run(['keyring', 'recover'], { env }))
  expect(missing).toContain('SECURATLAS_RECOVERY_KEY')
  const mistyped = recoveryKey.slice(0, -1) + (recoveryKey.endsWith('A') ? 'B' : 'A')
  const typo = await cli.run(['keyring', 'recover'], { env: { ...env, SECURATLAS_RECOVERY_KEY: mistyped } })
  expect(expectRefusal(typo)).toContain('typing error')
  const file = cli.write('recovery-key', recoveryKey.toLowerCase())
  const recovered = await cli.json(['keyring', 'recover', '--recovery-key-file', file], { env })
  expect(recovered).toEqual({ account, recovered: true })
  expect(await cli.json(['clients', 'list'], passphrase('a second passphrase'))).toMatchObject({ total: 3 })
  expect(expectRefusal(await cli.run(['clients', 'list']))).toContain('The passphrase is wrong.')
}, 60_000)

/** Not the evidence beside it. */
const firstTenantFile = (folder: string): string =>
  readdirSync(folder).find((name) => !name.includes('.files.')) ?? 'no tenant file'

test('[CLI-42] rotate gives a new recovery key and new keys for the portfolio and every client', async () => {
  const cli = createTestCli(runCli)
  const { account, recoveryKey } = await makeSample(cli)
  const folder = join(cli.dataDir, 'accounts', account, 'tenants')
  const name = firstTenantFile(folder)
  const before = readFileSync(join(folder, name)).subarray(0, 16)
  const rotated = await cli.json<{ recoveryKey: string; files: number }>(['keyring', 'rotate'])
  expect(rotated.files).toBe(4)
  expect(rotated.recoveryKey).not.toBe(recoveryKey)
  expect(readFileSync(join(folder, name)).subarray(0, 16).equals(before)).toBe(false)

  const recover = (key: string) =>
    cli.run(['keyring', 'recover'], {
      env: { SECURATLAS_RECOVERY_KEY: key, SECURATLAS_NEW_PASSPHRASE: 'a third passphrase' },
    })
  expect(expectRefusal(await recover(recoveryKey))).toContain('was replaced')
  expect(await cli.json(['doctor'])).toMatchObject({ clean: true })
  expect((await recover(rotated.recoveryKey)).code).toBe(0)
  expect(await cli.json(['clients', 'list'], passphrase('a third passphrase'))).toMatchObject({ total: 3 })
}, 60_000)

test('[CLI-43] doctor exits 1 and names the file that is damaged; the others go on', async () => {
  const cli = createTestCli(runCli)
  const { account } = await makeSample(cli)
  expect(await cli.run(['doctor'])).toEqual({
    code: 0,
    stdout: 'Everything is in order: 4 files checked.\n',
    stderr: '',
  })
  const folder = join(cli.dataDir, 'accounts', account, 'tenants')
  const name = firstTenantFile(folder)
  const path = join(folder, name)
  const bytes = readFileSync(path)
  bytes.fill(0x55, 8192, 8292)
  writeFileSync(path, bytes)
  appendFileSync(path, 'x')
  const { code, stdout, stderr } = await cli.run(['doctor', '--json'])
  expect(code).toBe(1)
  const report = JSON.parse(stdout) as { clean: boolean; problems: { space: string }[] }
  expect(report.clean).toBe(false)
  expect(new Set(report.problems.map(({ space }) => `${space}.sqlite`))).toEqual(new Set([name]))
  expect(stderr).toMatch(/^\d+ problems? in 4 files\. [^\n]+\n$/)
  const { items } = await cli.json<{ items: { id: string; fileState: string }[] }>(['clients', 'list'])
  expect(items.filter(({ fileState }) => fileState === 'damaged').map(({ id }) => `${id}.sqlite`)).toEqual([name])
  expect(items).toHaveLength(3)
}, 60_000)
