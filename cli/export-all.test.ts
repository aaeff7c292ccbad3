import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

test('[CLI-46] export all and import all give lists that are equal byte for byte', async () => {
  const cli = createTestCli(runCli)
  const { account } = await cli.json<{ account: string }>(['sample', 'create', '--clients', '4'])
  const zip = join(cli.folder, 'all.zip')
  expect(await cli.json(['export', 'all', '--out', zip])).toMatchObject({ out: zip, clients: 4, leftOut: [] })
  const other = ['--data-dir', join(cli.folder, 'other')]
  const imported = await cli.json<{ recoveryKey: string }>(['import', 'all', zip, ...other])
  expect(imported).toMatchObject({ account, clients: 4 })
  for (const list of [
    ['clients', 'list'],
    ['practice', 'show'],
    ['dashboard'],
    ['clients', 'list', '--archived', 'any'],
  ]) {
    const [before, after] = [await cli.run([...list, '--json']), await cli.run([...list, '--json', ...other])]
    expect(after.stdout).toBe(before.stdout)
  }
  const { items } = await cli.json<{ items: readonly { id: string }[] }>(['clients', 'list'])
  for (const { id } of items) {
    const list = ['activity', 'list', '--client', id, '--json']
    expect((await cli.run([...list, ...other])).stdout).toBe((await cli.run(list)).stdout)
    const evidence = ['evidence', 'list', '--client', id, '--json']
    expect((await cli.run([...evidence, ...other])).stdout).toBe((await cli.run(evidence)).stdout)
  }
  expect(await cli.json(['doctor', ...other])).toMatchObject({ clean: true })
  expect((await cli.run(['import', 'all', zip, ...other])).code).toBe(1)
  const env = { SECURATLAS_PASSPHRASE: '' }
  expect(
    expectRefusal(await cli.run(['import', 'all', zip, '--data-dir', join(cli.folder, 'third')], { env })),
  ).toContain('needs a passphrase')
}, 120_000)
