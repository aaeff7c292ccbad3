import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { expectOk } from '#testing/expect-result.ts'
import { openNotePage } from '#testing/note-page.ts'
import { runCli } from './run-cli.ts'

type Listed = { readonly items: readonly Record<string, unknown>[]; readonly total: number }

test('[NOTE-12] notes list has the notes of a client, by id with --json', async () => {
  const cli = createTestCli(runCli)
  const init = ['practice', 'init', '--name', 'North', '--email', 'a@b.example', '--timezone', 'UTC']
  const { account: accountId } = await cli.json<{ readonly account: string }>(init)
  const { id: clientId } = await cli.json<{ readonly id: string }>(['clients', 'add', '--name', 'Alder'])
  expect(await cli.json<Listed>(['notes', 'list', '--client', 'Alder'])).toEqual({ items: [], total: 0 })

  const engine = expectOk(await createEngine({ dataDir: cli.dataDir, version: 'test', ports: systemPorts() }))
  const account = expectOk(await engine.unlockAccount(accountId, { passphrase: cliPassphrase }))
  const internal = expectOk(await account.notes.create(clientId, { audience: 'practice', title: 'Call' }))
  const shared = expectOk(await account.notes.create(clientId, { audience: 'client' }))
  expectOk(await (await openNotePage(account, { clientId, note: internal })).write('Agreed on Monday'))
  await engine.close()

  const { items, total } = await cli.json<Listed>(['notes', 'list', '--client', 'Alder'])
  expect(total).toBe(2)
  expect(items).toMatchObject(
    [
      { id: internal.id, name: 'Call', audience: 'practice', excerpt: 'Agreed on Monday' },
      { id: shared.id, name: null, audience: 'client', excerpt: null },
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
  const { stdout } = await cli.run(['notes', 'list', '--client', 'Alder'])
  expect(stdout).toMatch(/practice only +Call +Agreed on Monday/)
  expect(expectRefusal(await cli.run(['notes', 'list', '--client', 'Nobody']))).toContain('No client is called')
}, 60_000)
