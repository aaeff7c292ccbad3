import type { Account, Engine } from '#api/engine.ts'
import type { Port } from '#api/rpc/port.ts'
import { createInProcessPorts } from '#api/rpc/in-process-port.ts'
import { createEngineClient } from '#api/rpc/engine-client.ts'
import { findChromium, noChromium } from '#build/scripts/find-chromium.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { serveEngine } from '#hosting/serve-engine.ts'
import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { serveLoopback, type Loopback } from '../serve-loopback.ts'
import { enginePageSource } from './page-source.ts'

const executablePath = findChromium()
const passphrase = 'correct horse battery'

let browser: Browser | undefined
let folder: string
let engine: Engine
let loopback: Loopback
let page: Page
let served: Port[]
let troubles: string[]

describe('the page in Chromium', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    if (executablePath === undefined) return
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const args = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync', ...sandbox]
    browser = await chromium.launch({ executablePath, args })
  }, 60_000)
  afterAll(() => browser?.close())

  beforeEach(async ({ skip }) => {
    if (browser === undefined) return skip(noChromium)
    folder = await mkdtemp(join(tmpdir(), 'page-'))
    const passphraseCost = { N: 2 ** 14, r: 8, p: 1 }
    const created = await createEngine({ dataDir: folder, version: '0.1.0', ports: systemPorts(), passphraseCost })
    if (!created.ok) throw new Error(created.error.type)
    engine = created.value
    troubles = []
    served = []
    loopback = await serve()
    page = await (await browser.newContext()).newPage()
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
  })
  afterEach(async () => {
    if (browser === undefined) return
    await page.context().close()
    await loopback.close()
    await engine.close()
    await rm(folder, { recursive: true })
  })

  test('[HOST-35] the token leaves the address and the history, and a reload works', async () => {
    await page.goto(loopback.address)
    expect(await page.title()).toBe('SecurAtlas Desktop')
    expect(page.url()).toBe(`${new URL(loopback.address).origin}/`)
    await page.getByText('No practice yet.').waitFor()
    await page.reload()
    await page.getByText('No practice yet.').waitFor()
    await page.goBack()
    expect(page.url()).toBe('about:blank')
    expect(troubles).toEqual([])
  })

  test('[HOST-34] shows what happens elsewhere: a practice, a client, a new name within 200 ms', async () => {
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    const account = await createPractice()
    await page.getByText('No clients yet.').waitFor()
    const client = await addClient(account, 'Pentair')
    await page.getByRole('rowheader', { name: 'Pentair' }).waitFor()
    // Its account is known to the connection by now, so this is the time of an event and not of a retry.
    const times: number[] = []
    for (let round = 1; round <= 10; round++) {
      const name = `Pentair ${String(round)}`
      const shown = page.evaluate<number>(timeOfRow(name))
      expect(await account.clients.edit(client.id, 'client.update', { name })).toMatchObject({ ok: true })
      const saved = Date.now()
      times.push((await shown) - saved)
      await page.waitForTimeout(150)
    }
    expect(median(times)).toBeLessThan(200)
    expect(troubles).toEqual([])
  })

  test('[HOST-34] shows a change that a command line made through the engine', async () => {
    await createPractice()
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    const [port, far] = createInProcessPorts()
    serveEngine(engine, far)
    const client = createEngineClient(port)
    const [account] = await client.accounts.list.query()
    await client.accounts.use.mutate({ accountId: account?.id ?? '' })
    await client.clients.add.mutate({ name: 'Bio-Techne', status: 'prospect' })
    const row = page.getByRole('row').filter({ hasText: 'Bio-Techne' })
    await row.waitFor()
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['Prospect', '–', 'Baseline incomplete'])
    port.close()
  })

  test('[HOST-34] says that the connection is lost and keeps what it shows', async () => {
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    await loopback.close()
    await page.getByText('Connection lost, trying again.').waitFor()
    // What was shown stays.
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('SecurAtlas Desktop')
    loopback = await serve()
  })

  test('[HOST-34] connects again after its connection was cut, and shows what it missed', async () => {
    const account = await createPractice()
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    for (const port of served) port.close()
    await addClient(account, 'Pentair')
    await page.getByRole('rowheader', { name: 'Pentair' }).waitFor()
    await page.getByText('Connected.').waitFor()
    await addClient(account, 'Bio-Techne')
    await page.getByRole('rowheader', { name: 'Bio-Techne' }).waitFor()
    expect(served).toHaveLength(2)
  })

  test('[HOST-34] locking elsewhere empties the page', async () => {
    const account = await createPractice()
    await addClient(account, 'Pentair')
    await page.goto(loopback.address)
    await page.getByRole('rowheader', { name: 'Pentair' }).waitFor()
    await page.getByText('Connected.').waitFor()
    await engine.lockAccount(account.id)
    await page.getByText('The practice is locked.').waitFor()
    expect(await page.content()).not.toContain('Pentair')
  })

  test('[HOST-32] turns the pages by keyboard and keeps the focus when the list changes', async () => {
    const account = await createPractice()
    await addClients(account, 150)
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    expect(await page.getByRole('table').getByRole('caption').innerText()).toBe('Clients 1 to 100 of 150')
    await page.getByRole('link', { name: 'Next 100' }).press('Enter')
    await page.getByText('Clients 101 to 150 of 150').waitFor()
    expect(page.url()).toMatch(/\/\?offset=100$/)
    await page.getByText('Connected.').waitFor()
    const previous = page.getByRole('link', { name: 'Previous 100' })
    await previous.focus()
    await addClient(account, 'Client 999')
    await page.getByText('Clients 101 to 151 of 151').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe(await previous.getAttribute('id'))
    expect(troubles).toEqual([])
  })

  test('[HOST-30] a hostile name is text, and nothing runs', async () => {
    const account = await createPractice()
    const name = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    await addClient(account, name)
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    expect(await page.getByRole('rowheader').innerText()).toBe(name)
    expect(await page.title()).toBe('SecurAtlas Desktop')
    expect(await page.locator('img, table script').count()).toBe(0)
  })

  test.each(['light', 'dark'] as const)('[HOST-36] axe finds nothing in %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(loopback.address)
    await page.getByText('Connected.').waitFor()
    expect(await findings()).toEqual([])
    const account = await createPractice()
    await page.getByText('No clients yet.').waitFor()
    expect(await findings()).toEqual([])
    await addClients(account, 102)
    await page.getByText('Clients 1 to 100 of 102').waitFor()
    expect(await findings()).toEqual([])
    await page.context().clearCookies()
    await page.goto(loopback.address)
    await page.getByRole('heading', { name: 'Not signed in' }).waitFor()
    expect(await findings()).toEqual([])
  })
})

const serve = (): Promise<Loopback> =>
  serveLoopback({
    source: enginePageSource(engine),
    serve: (port) => {
      served.push(port)
      serveEngine(engine, port)
    },
    report: (error) => troubles.push(String(error)),
  })

const createPractice = async (): Promise<Account> => {
  const practice = { name: 'Harbor Security', contactEmail: 'ops@harbor.example', timezone: 'Europe/Berlin' }
  const created = await engine.createAccount({ practice: { ...practice, mode: 'partner' }, passphrase })
  const account = created.ok ? engine.findAccount(created.value.accountId) : undefined
  if (account === undefined) throw new Error('no account')
  return account
}

const addClient = async (account: Account, name: string) => {
  const added = await account.clients.add({ name, status: 'client' })
  if (!added.ok) throw new Error(added.error.type)
  return added.value
}

const addClients = async (account: Account, count: number): Promise<void> => {
  const names = Array.from({ length: count }, (_, index) => `Client ${String(index).padStart(3, '0')}`)
  await Promise.all(names.map((name) => addClient(account, name)))
}

const findings = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Runs in the page: the time on the clock at which a row has the name. */
const timeOfRow = (name: string): string => `new Promise((resolve) => {
  const look = () => {
    const names = [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent)
    if (names.includes(${JSON.stringify(name)})) resolve(Date.now())
    else requestAnimationFrame(look)
  }
  look()
})`

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
