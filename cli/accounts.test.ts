import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { runCli } from './run-cli.ts'

const practice = (name: string) => ['practice', 'init', '--name', name, '--email', 'a@b.example', '--timezone', 'UTC']
const withoutPassphrase = { env: { SECURATLAS_PASSPHRASE: '' } }

type Made = { readonly account: string; readonly recoveryKey: string }
type Shown = { readonly account: string; readonly practice: { readonly name: string; readonly mode: string } }

test('[CLI-21] the passphrase comes from a file before the environment, and one of the two is needed', async () => {
  const cli = createTestCli(runCli)
  const none = expectRefusal(await cli.run(practice('North'), withoutPassphrase))
  expect(none).toContain('SECURATLAS_PASSPHRASE')
  expect(none).toContain('--passphrase-file')
  await cli.json(practice('North'))

  const unlocking = expectRefusal(await cli.run(['clients', 'list'], withoutPassphrase))
  expect(unlocking).toContain('SECURATLAS_PASSPHRASE')
  expect(unlocking).toContain('--passphrase-file')
  const file = cli.write('passphrase', `\uFEFF${cliPassphrase}\r\nnot this line\n`)
  const wrong = { env: { SECURATLAS_PASSPHRASE: 'not this passphrase' } }
  expect(await cli.json<Shown>(['practice', 'show', '--passphrase-file', file], wrong)).toMatchObject({
    practice: { name: 'North' },
  })
  const empty = cli.write('empty', '\n')
  expect(expectRefusal(await cli.run(['practice', 'show', '--passphrase-file', empty]))).toContain('is empty')
  const missing = expectRefusal(await cli.run(['practice', 'show', '--passphrase-file', `${file}2`]))
  expect(missing).toContain('there is no file')
}, 60_000)

test('[CLI-22] a wrong passphrase is one line that says what is safe and what to do, and exit 2', async () => {
  const cli = createTestCli(runCli)
  await cli.json(practice('North'))
  const line = expectRefusal(
    await cli.run(['clients', 'list', '--json'], { env: { SECURATLAS_PASSPHRASE: 'wrong horse' } }),
  )
  expect(line).toBe('The passphrase is wrong. Nothing was opened or changed. Try again, or use the recovery key.')
}, 60_000)

test('[CLI-20] the account is the named one, else the only one; several are listed', async () => {
  const cli = createTestCli(runCli)
  await openAndClose(cli.dataDir)
  const none = expectRefusal(await cli.run(['clients', 'list']))
  expect(none).toContain('"practice init" or "sample create"')

  const north = await cli.json<Made>(practice('North'))
  const south = await cli.json<Made>(practice('South'))
  const several = expectRefusal(await cli.run(['clients', 'list']))
  expect(several).toContain(north.account)
  expect(several).toContain(south.account)
  expect(several).toContain('--account')
  const shown = await cli.json<Shown>(['practice', 'show', '--account', south.account])
  expect(shown).toMatchObject({ account: south.account, practice: { name: 'South' } })
  const unknown = expectRefusal(await cli.run(['clients', 'list', '--account', 'north']))
  expect(unknown).toContain(north.account)
}, 60_000)

test('[CLI-30] practice init --solo makes one organization with one workspace of its name', async () => {
  const cli = createTestCli(runCli)
  const made = await cli.json<Made & { readonly client: string }>([...practice('Marlow Clinic'), '--solo'])
  expect(await cli.json<Shown>(['practice', 'show'])).toMatchObject({ practice: { mode: 'solo' } })
  expect(await cli.json(['clients', 'list'])).toMatchObject({
    items: [{ id: made.client, name: 'Marlow Clinic' }],
    total: 1,
  })
}, 60_000)

test('[CLI-34] practice init says in words what it does not accept, and makes nothing', async () => {
  const cli = createTestCli(runCli)
  const line = expectRefusal(
    await cli.run(['practice', 'init', '--name', ' ', '--email', 'ops', '--timezone', 'Berlin time']),
  )
  expect(line).toContain('practice.name: This must not be empty.')
  expect(line).toContain('Use an e-mail address')
  expect(line).toContain('Use a time zone')
  const short = expectRefusal(await cli.run(practice('North'), { env: { SECURATLAS_PASSPHRASE: 'short' } }))
  expect(short).toContain('at least 12 characters')
  expect(expectRefusal(await cli.run(['clients', 'list']))).toContain('has no account yet')
}, 60_000)

/** Makes the folder as an engine leaves it that has never had an account. */
const openAndClose = async (dataDir: string): Promise<void> => {
  const engine = await createEngine({ dataDir, version: '0.0.0', ports: systemPorts() })
  if (!engine.ok) throw new Error(engine.error.type)
  await engine.value.close()
}
