/** Engine and server in this process, so that a journey can cut connections and replace the engine under the page. */
import type { Engine } from '#api/engine.ts'
import type { Port } from '#api/rpc/port.ts'
import { buildPage } from '#build/scripts/build-page.ts'
import { loadPage } from '#electron/browser-window/load-page.ts'
import { serveLoopback } from '#electron/browser-window/serve-loopback.ts'
import { createEngine } from '#engine/create-engine.ts'
import type { Keychain } from '#engine/ports.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { serveEngine } from '#hosting/serve-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { cheapScrypt } from '#testing/create-test-engine.ts'
import { onTestFinished } from 'vitest'

export type ServedHere = {
  /** With the token, which works once. */
  readonly address: string
  engine(): Engine
  /** Cuts every connection; the page connects again by itself. */
  cut(): void
  /** As a host does whose engine died: another one, in which every account is locked. */
  replaceEngine(): Promise<void>
}

export const serveHere = async (dataDir: string, keychain?: Keychain): Promise<ServedHere> => {
  const start = async (): Promise<Engine> =>
    expectOk(
      await createEngine({ dataDir, version: '0.1.0', ports: systemPorts(keychain), passphraseCost: cheapScrypt }),
    )
  const built = expectOk(await loadPage(() => buildPage({ say: console.error })))
  let engine = await start()
  let served: Port[] = []
  const serve = (port: Port): void => {
    served.push(port)
    serveEngine(engine, port)
  }
  const cut = (): void => {
    const ports = served
    served = []
    for (const port of ports) port.close()
  }
  const loopback = await serveLoopback({ built, serve })
  onTestFinished(async () => {
    await loopback.close()
    await engine.close()
  })
  return {
    address: loopback.address,
    engine: () => engine,
    cut,
    replaceEngine: async () => {
      await engine.close()
      engine = await start()
      cut()
    },
  }
}

/** A practice with one client, in a new account that is open. */
export const makePractice = async (engine: Engine, passphrase: string, client: string): Promise<string> => {
  const practice = { name: 'Harbor Security', contactEmail: 'ops@harbor.example', timezone: 'Europe/Berlin' } as const
  const { accountId } = expectOk(await engine.createAccount({ practice: { ...practice, mode: 'partner' }, passphrase }))
  const account = engine.findAccount(accountId)
  if (account === undefined) throw new Error('no account')
  expectOk(await account.clients.add({ name: client, status: 'client' }))
  return accountId
}
