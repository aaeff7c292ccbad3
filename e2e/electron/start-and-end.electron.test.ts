import { rename, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  endApp,
  findEngineProcess,
  isAlive,
  launchApp,
  makeHome,
  runApp,
  type Home,
  type LaneApp,
} from './launch-app.ts'
import type { FixturePage } from './fixture-page/fixture-page.ts'
import { addClient, clientNames, createAccount, mutate, phasesOf, query, unlock } from './use-fixture.ts'

declare const fixture: FixturePage

let home: Home
let running: LaneApp[] = []

const launch = async (): Promise<LaneApp> => {
  const app = await launchApp(home)
  running.push(app)
  return app
}

beforeEach(async () => {
  home = await makeHome()
})
afterEach(async () => {
  await Promise.all(running.map(endApp))
  running = []
  await home.remove()
})

describe('start and end', () => {
  test('[SHELL-1] answers the page from an engine in a process of its own', async () => {
    const app = await launch()
    expect(await query(app, 'health')).toMatchObject({ version: '0.1.0', dataDir: home.dataDir, accounts: [] })
    const engine = await findEngineProcess(app)
    expect(engine).not.toBe(app.program.pid)
    expect(isAlive(engine)).toBe(true)
  })

  test('[SHELL-2] has an edit after quit and start', async () => {
    const first = await launch()
    await createAccount(first)
    const { id } = (await addClient(first, 'Pentair')) as { readonly id: string }
    await mutate(first, 'clients.update', { clientId: id, input: { name: 'Pentair plc' } })
    await first.quit()
    const second = await launch()
    await unlock(second)
    expect(await clientNames(second)).toEqual(['Pentair plc'])
  })

  test('[SHELL-3] saves what is on its way when the window is closed', async () => {
    const app = await launch()
    await createAccount(app)
    const engine = await findEngineProcess(app)
    await app.page.evaluate(() => {
      for (let number = 0; number < 20; number++)
        void fixture.mutate('clients.add', { name: `Client ${String(number)}`, status: 'client' })
    })
    await app.quit()
    expect(app.program.exitCode).toBe(0)
    await expect.poll(() => isAlive(engine)).toBe(false)
    const again = await launch()
    await unlock(again)
    expect(await clientNames(again)).toHaveLength(20)
  })

  test('[SHELL-4] brings the open window to the front when the same data folder is opened again', async () => {
    const app = await launch()
    await query(app, 'health')
    expect(await runApp(home)).toContain('SecurAtlas Desktop is open on this data folder already')
    expect(await query(app, 'health')).toMatchObject({ dataDir: home.dataDir })
    const beside = { ...home, dataDir: `${home.dataDir}-beside` }
    const second = await launchApp(beside)
    running.push(second)
    expect(await query(second, 'health')).toMatchObject({ dataDir: beside.dataDir })
  })

  test('[SHELL-5] starts the engine again when it is killed, and the page connects by itself', async () => {
    const app = await launch()
    await createAccount(app)
    await addClient(app, 'Pentair')
    process.kill(await findEngineProcess(app), 'SIGKILL')
    await expect.poll(() => phasesOf(app)).toEqual(['connecting', 'open', 'lost', 'open'])
    await unlock(app)
    expect(await clientNames(app)).toEqual(['Pentair'])
    expect(app.errors()).toContain('The engine has ended unexpectedly.')
  })

  test('[SHELL-6] asks before it starts an engine that has died three times', async () => {
    const app = await launch()
    for (let death = 1; death <= 3; death++) {
      await query(app, 'health')
      process.kill(await findEngineProcess(app), 'SIGKILL')
      await expect.poll(() => phasesOf(app)).toHaveLength(1 + death * 2)
    }
    await expect
      .poll(app.errors)
      .toContain('has ended unexpectedly 3 times in a row. Everything that was saved before is safe.')
    await expect.poll(() => findEngineProcess(app).catch(String)).toContain('no engine runs')
  })

  test('[SHELL-7] says why a data folder cannot be opened, and what to do', async () => {
    const app = await launch()
    await query(app, 'health')
    await rename(home.dataDir, `${home.dataDir}-moved`)
    await writeFile(home.dataDir, 'a file where the folder should be')
    process.kill(await findEngineProcess(app), 'SIGKILL')
    await expect.poll(app.errors).toContain('EEXIST. Everything that was saved before is safe. Try again')
    await expect.poll(() => findEngineProcess(app).catch(String)).toContain('no engine runs')
    expect(app.program.exitCode).toBeNull()
  })

  test('[SHELL-8] leaves no engine behind when it is killed', async () => {
    const app = await launch()
    await createAccount(app)
    await addClient(app, 'Pentair')
    const engine = await findEngineProcess(app)
    app.program.kill('SIGKILL')
    await expect.poll(() => isAlive(engine)).toBe(false)
    const again = await launch()
    await unlock(again)
    expect(await clientNames(again)).toEqual(['Pentair'])
  })

  test('[SHELL-9] runs the threads of the built engine', async () => {
    const app = await launch()
    await createAccount(app)
    await mutate(app, 'clients.import', {
      fileName: 'clients.csv',
      bytes: new TextEncoder().encode('name\nPentair\nØrsted\n'),
    })
    await expect.poll(() => clientNames(app)).toEqual(['Pentair', 'Ørsted'])
    const { bytes } = (await query(app, 'clients.exportTable', { query: {}, format: 'xlsx' })) as { bytes: Uint8Array }
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
  })
})
