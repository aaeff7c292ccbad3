import { createEngineClient } from '#api/rpc/engine-client.ts'
import { createInProcessPorts } from '#api/rpc/in-process-port.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { createEngine } from '#engine/create-engine.ts'
import { cheapScrypt, createTestEngine, testPassphrase, testPorts } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { realpathSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { connectLocalSocket } from './local-socket.ts'
import { seatEngine, type EngineSeat } from './engine-seat.ts'

const makeFolder = async () => {
  const { engine, dataDir, account } = await createTestEngine()
  await engine.close()
  return { dataDir: realpathSync(dataDir), accountId: account.id }
}

const seatOn = async (dataDir: string) => {
  const moved: string[] = []
  const start = (folder: string) =>
    createEngine({ dataDir: folder, version: 'test', ports: testPorts(), passphraseCost: cheapScrypt })
  const seat = await seatEngine({
    engine: expectOk(await start(dataDir)),
    start,
    onListenFailed: (error) => {
      throw new Error(JSON.stringify(error))
    },
    onMoved: (folder) => moved.push(folder),
    desktop: { missingFolder: undefined },
  })
  onTestFinished(() => seat.close())
  return { seat, moved }
}

const connect = (seat: EngineSeat) => {
  const [ours, theirs] = createInProcessPorts()
  const closed = new Promise<void>((resolve) => ours.onClose(resolve))
  seat.serve(theirs)
  return { client: createEngineClient(ours), closed }
}

const tagOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => (isRpcError(error) ? error.tag : error),
  )

test('[FOLDER-5] a move answers, then ends every connection; new ones and the command line meet the engine of the new folder', async () => {
  const [first, second] = [await makeFolder(), await makeFolder()]
  const { seat, moved } = await seatOn(first.dataDir)
  const page = connect(seat)
  const other = connect(seat)
  await page.client.accounts.unlock.mutate({ accountId: first.accountId, secret: { passphrase: testPassphrase } })
  const found = await page.client.folders.use.mutate({ path: second.dataDir })
  expect(found).toMatchObject({ path: second.dataDir, accounts: [{ id: second.accountId }] })
  await Promise.all([page.closed, other.closed])
  expect(moved).toEqual([second.dataDir])

  const health = await connect(seat).client.health.query()
  expect(health).toMatchObject({ dataDir: second.dataDir, accounts: [{ id: second.accountId, state: 'locked' }] })
  const commandLine = createEngineClient(expectOk(await connectLocalSocket(second.dataDir)))
  expect((await commandLine.health.query()).dataDir).toBe(second.dataDir)
  // The former folder is free, and its account was closed in order.
  const again = await connect(seat).client.folders.use.mutate({ path: first.dataDir })
  expect(again.accounts).toMatchObject([{ id: first.accountId, state: 'locked' }])
})

test('[FOLDER-5] a folder that cannot be opened changes nothing', async () => {
  const first = await makeFolder()
  const busy = await createTestEngine()
  const { seat, moved } = await seatOn(first.dataDir)
  const { client } = connect(seat)
  expect(await tagOf(client.folders.use.mutate({ path: busy.dataDir }))).toBe('FolderInUseElsewhere')
  expect(await tagOf(client.folders.use.mutate({ path: '/nowhere' }))).toBe('FolderNotFound')
  expect(await tagOf(client.folders.use.mutate({ path: first.dataDir }))).toBe('FolderOpenHere')
  expect((await client.health.query()).dataDir).toBe(first.dataDir)
  expect(moved).toEqual([])
})
