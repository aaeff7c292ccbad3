/** An engine that holds a data folder in the test's own process, as the window runs one. */
import { mkdirSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import type { Engine } from '#api/engine.ts'
import { createEngine } from '#engine/create-engine.ts'
import { systemPorts } from '#engine/system-ports.ts'
import { listenLocalSocket } from '#hosting/local-socket.ts'
import { serveEngine } from '#hosting/serve-engine.ts'

/** The least that a keyring takes. */
const cheapPassphrase = { N: 2 ** 14, r: 8, p: 1 } as const

/** `listens`: it answers the command line on its local socket. */
export const startRunningEngine = async (dataDir: string, { listens = true } = {}): Promise<Engine> => {
  mkdirSync(dataDir, { recursive: true })
  const options = { dataDir, version: '0.0.0', ports: systemPorts(), passphraseCost: cheapPassphrase }
  const engine = await createEngine(options)
  if (!engine.ok) throw new Error(engine.error.type)
  onTestFinished(() => engine.value.close())
  if (!listens) return engine.value
  const socket = await listenLocalSocket({ dataDir, serve: (port) => serveEngine(engine.value, port) })
  if (!socket.ok) throw new Error(socket.error.type)
  onTestFinished(() => socket.value.close())
  return engine.value
}

/** Makes an account in it, which stays open. */
export const createPracticeIn = async (engine: Engine, passphrase: string) => {
  const practice = { name: 'Harbor Security', contactEmail: 'a@b.example', timezone: 'UTC', mode: 'partner' } as const
  const created = await engine.createAccount({ practice, passphrase })
  if (!created.ok) throw new Error(created.error.type)
  return created.value
}
