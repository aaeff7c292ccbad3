import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCli, expectRefusal, type TestCli } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

type Made = { readonly account: string; readonly recoveryKey: string }
type Created = { readonly out: string; readonly clients: number }
type Listed = { readonly items: readonly { readonly id: string; readonly name: string }[] }

const makeSample = (cli: TestCli) => cli.json<Made>(['sample', 'create', '--clients', '3'])

test('[CLI-44] what is restored lists the same, with the passphrase and with the recovery key', async () => {
  const cli = createTestCli(runCli)
  const { account, recoveryKey } = await makeSample(cli)
  const { out, clients } = await cli.json<Created>(['backup', 'create', '--out', cli.folder])
  expect(clients).toBe(3)
  expect(expectRefusal(await cli.run(['backup', 'create', '--out', out]))).toContain('already')
  const listed = await cli.run(['clients', 'list', '--json'])
  const env = { SECURATLAS_PASSPHRASE: '', SECURATLAS_RECOVERY_KEY: recoveryKey }
  expect(expectRefusal(await cli.run(['backup', 'verify', out], { env: { SECURATLAS_PASSPHRASE: '' } }))).toContain(
    '--recovery-key-file',
  )
  for (const [name, options] of [
    ['one', {}],
    ['other', { env }],
  ] as const) {
    const dataDir = ['--data-dir', join(cli.folder, name)]
    expect(await cli.json(['backup', 'verify', out, '--data-dir', '/nowhere'], options)).toMatchObject({
      valid: true,
      account,
    })
    expect(await cli.json(['backup', 'restore', out, ...dataDir], options)).toMatchObject({ account, clients: 3 })
    expect((await cli.run(['clients', 'list', '--json', ...dataDir])).stdout).toBe(listed.stdout)
    expect(await cli.json(['doctor', ...dataDir])).toMatchObject({ clean: true })
  }
  expect(await cli.run(['backup', 'restore', out])).toMatchObject({ code: 1 })
}, 120_000)

test('[CLI-44] a damaged backup is one line and exit 1, a file that is none is exit 2', async () => {
  const cli = createTestCli(runCli)
  await makeSample(cli)
  const { out } = await cli.json<Created>(['backup', 'create', '--out', join(cli.folder, 'a.securatlas-backup')])
  writeFileSync(out, 'more', { flag: 'a' })
  const damaged = await cli.run(['backup', 'verify', out])
  expect(damaged).toMatchObject({ code: 1, stdout: '' })
  expect(damaged.stderr).toContain('This backup is damaged')
  writeFileSync(out, 'something else')
  expect(expectRefusal(await cli.run(['backup', 'restore', out]))).toContain('not a SecurAtlas backup')
  expect(expectRefusal(await cli.run(['backup', 'verify', join(cli.folder, 'no')]))).toContain('There is no file')
}, 120_000)

test('[CLI-45] one client comes back', async () => {
  const cli = createTestCli(runCli)
  const { account } = await makeSample(cli)
  const { out } = await cli.json<Created>(['backup', 'create', '--out', cli.folder])
  const [first] = (await cli.json<Listed>(['clients', 'list'])).items
  const { id = '', name = '' } = first ?? {}
  const refused = await cli.run(['backup', 'restore', out, '--client', name])
  expect(refused.code).toBe(1)
  expect(refused.stderr).toContain('is in order')
  rmSync(join(cli.dataDir, 'accounts', account, 'tenants', `${id}.sqlite`))
  expect(await cli.json(['backup', 'restore', out, '--client', name])).toMatchObject({ id, name })
  expect(await cli.json(['backup', 'restore', out, '--client', id, '--replace'])).toMatchObject({ id })
  expect(await cli.json(['doctor'])).toMatchObject({ clean: true })
}, 120_000)
