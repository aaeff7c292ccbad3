/** The engine's process over plain Node, as the main process of an old runtime starts it. */
import { createEngineClient } from '#api/rpc/engine-client.ts'
import { messagePortToPort } from '#api/rpc/message-port.ts'
import { forkNodeProcess } from '#electron/main/engine/fork-node-process.ts'
import type { EngineProcess } from '#electron/main/engine/engine-process.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MessageFromEngine } from './engine-messages.ts'

const index = fileURLToPath(new URL('index.ts', import.meta.url))
const practice = {
  name: 'Harbor Security',
  contactEmail: 'ops@harbor.example',
  timezone: 'Europe/Vienna',
  mode: 'partner',
} as const

let folder: string
let engine: EngineProcess
let exited: Promise<void>
let messages: MessageFromEngine[]
/** Answers as a keychain would; undefined where nobody answers. */
let keychain: ((bytes: Uint8Array) => Uint8Array) | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-process-'))
  messages = []
  keychain = (bytes) => bytes.map((byte) => byte ^ 0xff)
  engine = forkNodeProcess(index, process.execPath)
  exited = new Promise((resolve) => engine.onExit(resolve))
  engine.onMessage((message) => {
    messages.push(message)
    if (message.type !== 'keychain') return
    const { id, bytes } = message
    if (keychain !== undefined) engine.post({ type: 'keychainAnswer', id, bytes: keychain(bytes) })
  })
})
afterEach(async () => {
  engine.kill()
  await exited
  await rm(folder, { recursive: true, force: true })
})

const folders = { areRemembered: false, missing: undefined }

const start = async (keychainName?: string): Promise<void> => {
  engine.post({ type: 'start', start: { dataDir: join(folder, 'data'), version: '1.2.3', keychainName, folders } })
  // A busy machine takes seconds to load the engine.
  await expect.poll(() => messages[0], { timeout: 20_000 }).toBeDefined()
}

/** Electron's kind of port over a real one. */
const electronPort = (port: MessagePort) =>
  ({
    postMessage: (message: unknown) => port.postMessage(message),
    on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) =>
      port.on(event, (data: unknown) => listener({ data })),
    start: () => port.start(),
    close: () => port.close(),
  }) as unknown as Parameters<EngineProcess['connect']>[0]

const connect = () => {
  const { port1, port2 } = new MessageChannel()
  let closed = 0
  engine.connect(electronPort(port1), () => closed++)
  return { client: createEngineClient(messagePortToPort(port2)), port: port2, timesClosed: () => closed }
}

describe('the engine in a process of its own', { timeout: 30_000 }, () => {
  test('[SHELL-1] answers over every port that it is handed', async () => {
    await start()
    expect(messages).toEqual([{ type: 'ready' }])
    const { client } = connect()
    expect(await client.health.query()).toMatchObject({ version: '1.2.3', dataDir: join(folder, 'data') })
    expect(await connect().client.accounts.list.query()).toEqual([])
  })

  test('[SHELL-3] closes when it is told to, and ends', async () => {
    await start()
    const { client, timesClosed } = connect()
    const created = await client.accounts.create.mutate({ practice, passphrase: 'correct horse battery' })
    expect(created.accountId).not.toBe('')
    engine.post({ type: 'close' })
    await exited
    expect(timesClosed()).toBe(1)
  })

  test('[SHELL-7] says why it cannot start, and then only waits to be told to end', async () => {
    await writeFile(join(folder, 'data'), 'a file where the folder should be')
    await start()
    expect(messages).toMatchObject([{ type: 'failed', words: { safe: 'Everything that was saved before is safe.' } }])
    engine.post({ type: 'close' })
    await exited
  })

  test('[SHELL-11] closes the port of a page that speaks something else, and no other', async () => {
    await start()
    const other = connect()
    const { port, timesClosed } = connect()
    port.postMessage('nonsense')
    await expect.poll(timesClosed).toBe(1)
    expect(await other.client.accounts.list.query()).toEqual([])
    expect(other.timesClosed()).toBe(0)
  })

  test('[SHELL-50] seals with the keychain of the main process, and opens with it again', async () => {
    await start('A keychain')
    const { client } = connect()
    const { accountId } = await client.accounts.create.mutate({ practice })
    await client.accounts.lock.mutate()
    await client.accounts.unlock.mutate({ accountId, secret: { keychain: true } })
    const actions = messages.map((message) => (message.type === 'keychain' ? message.action : message.type))
    expect(actions).toEqual(['ready', 'seal', 'open'])
  })

  test('[SHELL-51] waits for a keychain no longer than five seconds', async () => {
    keychain = undefined
    await start('A keychain')
    const { client } = connect()
    const began = performance.now()
    await expect(client.accounts.create.mutate({ practice })).rejects.toMatchObject({ tag: 'KeychainFailed' })
    expect(performance.now() - began).toBeGreaterThan(4900)
    expect(performance.now() - began).toBeLessThan(8000)
  })
})
