import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cliPassphrase, createTestCli, expectRefusal } from '#testing/cli-process.ts'
import { createPracticeIn, startRunningEngine } from '#testing/running-engine.ts'

test('[CLI-11] calls on a folder that an engine holds go to that engine, which goes on', async () => {
  const cli = createTestCli()
  const engine = await startRunningEngine(cli.dataDir)
  const { accountId } = await createPracticeIn(engine, cliPassphrase)
  const events: string[] = []
  engine.onEvent(({ type }) => events.push(type))

  const file = cli.write('clients.csv', 'Company\nAlder\nBirch\n')
  expect(await cli.json(['clients', 'import', file])).toEqual({ accepted: 2, refused: [] })
  expect(engine.findAccount(accountId)?.clients.list({}).total).toBe(2)
  expect(events).toContain('portfolioChanged')
  expect(await cli.json(['clients', 'list'])).toMatchObject({ total: 2 })
  expect(await cli.json(['doctor'])).toMatchObject({ clean: true })
  await cli.json(['clients', 'export', '--out', `${cli.folder}/out.xlsx`])
  expect(engine.findAccount(accountId)?.clients.counts().clients).toBe(2)
}, 60_000)

test('[CLI-21] an account that is open there needs no passphrase; one that is given is verified', async () => {
  const cli = createTestCli()
  const engine = await startRunningEngine(cli.dataDir)
  const { accountId } = await createPracticeIn(engine, cliPassphrase)
  const none = { env: { SECURATLAS_PASSPHRASE: '' } }
  expect(await cli.json(['practice', 'show'], none)).toMatchObject({ practice: { name: 'Harbor Security' } })
  const wrong = await cli.run(['practice', 'show'], { env: { SECURATLAS_PASSPHRASE: 'wrong horse' } })
  expect(expectRefusal(wrong)).toContain('The passphrase is wrong.')
  const rotate = expectRefusal(await cli.run(['keyring', 'rotate'], none))
  expect(rotate).toContain('needs the passphrase')
  await engine.lockAccount(accountId)
  expect(expectRefusal(await cli.run(['practice', 'show'], none))).toContain('SECURATLAS_PASSPHRASE')
}, 60_000)

test('[CLI-41] an account that is open there is recovered in it, and the old passphrase is refused from then on', async () => {
  const cli = createTestCli()
  const engine = await startRunningEngine(cli.dataDir)
  const { recoveryKey } = await createPracticeIn(engine, cliPassphrase)
  const env = { SECURATLAS_NEW_PASSPHRASE: 'a second passphrase' }
  const wrong = { ...env, SECURATLAS_RECOVERY_KEY: 'AAAAA' }
  expectRefusal(await cli.run(['keyring', 'recover'], { env: wrong }))
  await cli.json(['keyring', 'recover'], { env: { ...env, SECURATLAS_RECOVERY_KEY: recoveryKey } })
  expect(expectRefusal(await cli.run(['practice', 'show']))).toContain('The passphrase is wrong.')
  const renewed = { env: { SECURATLAS_PASSPHRASE: 'a second passphrase' } }
  await cli.json(['clients', 'add', '--name', 'Alder'], renewed)
  await engine.close()
  expect(await cli.json(['clients', 'list'], renewed)).toMatchObject({ total: 1 })
}, 60_000)

test('[CLI-12] waits for a call that is about to end', async () => {
  const cli = createTestCli()
  const engine = await startRunningEngine(cli.dataDir, { listens: false })
  await createPracticeIn(engine, cliPassphrase)
  const list = cli.json(['clients', 'list'])
  await sleep(2_000)
  await engine.close()
  expect(await list).toEqual({ items: [], total: 0 })
}, 60_000)

test('[CLI-12] gives up after ten seconds with an engine that does not answer', async () => {
  const cli = createTestCli()
  await createPracticeIn(await startRunningEngine(cli.dataDir, { listens: false }), cliPassphrase)
  const started = performance.now()
  const line = expectRefusal(await cli.run(['clients', 'list', '--json']), 1)
  expect(performance.now() - started).toBeGreaterThan(9_500)
  expect(line).toContain(cli.dataDir)
  expect(line).toContain('does not answer')
}, 60_000)

test.runIf(process.platform !== 'win32')(
  '[CLI-13] a signal ends the waiting for another engine',
  async () => {
    const cli = createTestCli()
    await createPracticeIn(await startRunningEngine(cli.dataDir, { listens: false }), cliPassphrase)
    const started = performance.now()
    const run = await cli.run(['clients', 'list'], {
      onStart: (child) => void setTimeout(() => child.kill('SIGTERM'), 3_000),
    })
    expect(expectRefusal(run, 1)).toContain('Nothing was changed.')
    expect(performance.now() - started).toBeLessThan(9_000)
  },
  60_000,
)

test('[CLI-12] calls that are made at the same moment all succeed', async () => {
  const cli = createTestCli()
  await cli.json(['practice', 'init', '--name', 'North', '--email', 'a@b.example', '--timezone', 'UTC'])
  const names = ['Alder', 'Birch', 'Cedar']
  await Promise.all(names.map((name) => cli.json(['clients', 'add', '--name', name])))
  expect(await cli.json(['clients', 'list'])).toMatchObject({ total: 3 })
}, 60_000)
