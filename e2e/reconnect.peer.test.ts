/** The connection is cut while the engine lives on: the page is back by itself, with what it missed. */
import type { Account, Engine } from '#api/engine.ts'
import type { Port } from '#api/rpc/port.ts'
import { buildPage } from '#build/scripts/build-page.ts'
import { loadPage } from '#electron/browser-window/load-page.ts'
import { serveLoopback } from '#electron/browser-window/serve-loopback.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { serveEngine } from '#hosting/serve-engine.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { setStage } from './set-stage.ts'

const practice = { name: 'Harbor Security', contactEmail: 'ops@harbor.example', timezone: 'Europe/Berlin' } as const

describe('a connection that is cut', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[WIN-9] comes back by itself, and shows what it missed', async () => {
    const { address, account, cut } = await serveHere(stage.dataDir())
    const { page, troubles } = await stage.open({ address })
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Clients' }).click()
    await page.getByText('No clients yet').waitFor()
    cut()
    await addClient(account, 'Pentair')
    await page.getByRole('row').filter({ hasText: 'Pentair' }).waitFor()
    // And is live again, not only loaded anew.
    await addClient(account, 'Bio-Techne')
    await page.getByRole('row').filter({ hasText: 'Bio-Techne' }).waitFor()
    await page.getByText('All changes saved on this device').waitFor()
    expect(troubles).toEqual([])
  })
})

/** Engine and server in this process, so that the test can cut the connections between them. */
const serveHere = async (dataDir: string) => {
  const passphraseCost = { N: 2 ** 14, r: 8, p: 1 }
  const engine = unwrap(await createEngine({ dataDir, version: '0.1.0', ports: systemPorts(), passphraseCost }))
  const built = unwrap(await loadPage(() => buildPage({ say: console.error })))
  const served: Port[] = []
  const serve = (port: Port): void => {
    served.push(port)
    serveEngine(engine, port)
  }
  const loopback = await serveLoopback({ built, serve })
  onTestFinished(async () => {
    await loopback.close()
    await engine.close()
  })
  return {
    address: loopback.address,
    account: await createAccount(engine),
    cut: () => served.forEach((port) => port.close()),
  }
}

const createAccount = async (engine: Engine): Promise<Account> => {
  const passphrase = 'correct horse battery'
  const { accountId } = unwrap(await engine.createAccount({ practice: { ...practice, mode: 'partner' }, passphrase }))
  const account = engine.findAccount(accountId)
  if (account === undefined) throw new Error('no account')
  return account
}

const addClient = async (account: Account, name: string): Promise<void> =>
  void unwrap(await account.clients.add({ name, status: 'client' }))

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }

const unwrap = <Value>(answer: Answer<Value>): Value => {
  if (answer.ok) return answer.value
  throw new Error(JSON.stringify(answer.error))
}
