import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordCells, writeCell } from '#domain/document/record-cells.ts'
import { recordKey } from '#domain/document/record-key.ts'
import { err, type Result } from '#domain/result.ts'
import { createCompactor, type Compactor } from './compact-document.ts'

let threads: Worker[] = []
let compactor: Compactor

const createWatched = (idleMs = 30_000): Compactor =>
  createCompactor({
    idleMs,
    start: () => {
      const thread = new Worker(new URL('./compaction-worker.ts', import.meta.url))
      threads.push(thread)
      return thread
    },
  })

beforeEach(() => {
  threads = []
  compactor = createWatched()
})
afterEach(() => compactor.end())

const expectOk = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
  return result.value
}

/** A document that keeps every update it sees, as a log does. */
const createLogged = () => {
  const document = new Y.Doc()
  const log: Uint8Array[] = []
  document.on('update', (update: Uint8Array) => log.push(update))
  return { document, log }
}

const setField = (document: Y.Doc, record: number, value: string): void =>
  writeCell(recordCells(document), recordKey('control', `record-${record}`, 'status'), { value, setBy: 'device.1' })

const pull = (into: Y.Doc, from: Y.Doc): void =>
  Y.applyUpdate(into, Y.encodeStateAsUpdate(from, Y.encodeStateVector(into)))

const contentOf = (document: Y.Doc): unknown => ({
  records: recordCells(document).toJSON(),
  note: document.getText('note').toJSON(),
})

const restore = (...updates: readonly Uint8Array[]): Y.Doc => {
  const document = new Y.Doc()
  for (const update of updates) Y.applyUpdate(document, update)
  return document
}

describe('three devices', () => {
  const edit = fc.record({
    device: fc.nat(2),
    kind: fc.constantFrom('set', 'set', 'set', 'unset', 'write', 'erase', 'pull'),
    record: fc.nat(60),
    place: fc.nat(1000),
    value: fc.string({ maxLength: 12 }),
  })
  type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

  const play = (devices: readonly Y.Doc[], { device, kind, record, place, value }: Edit): void => {
    const document = devices[device] ?? new Y.Doc()
    const note = document.getText('note')
    if (kind === 'set') setField(document, record, value)
    if (kind === 'unset') recordCells(document).delete(recordKey('control', `record-${record}`, 'status'))
    if (kind === 'write') note.insert(place % (note.length + 1), value)
    if (kind === 'erase' && note.length > 0) note.delete(place % note.length, 1)
    if (kind === 'pull') pull(document, devices[(device + 1 + (record % 2)) % 3] ?? document)
  }

  test(
    '[COMPACT-1] after 5,000 edits the compacted document is the one in memory, in one step and in three',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(edit, { minLength: 5_000, maxLength: 5_000 }), async (edits) => {
          const { document: first, log } = createLogged()
          const devices = [first, new Y.Doc(), new Y.Doc()]
          for (const one of edits) play(devices, one)
          for (const other of devices) pull(first, other)

          const whole = expectOk(await compactor.compactDocument({ updates: log }))
          let snapshot: Uint8Array | undefined
          for (const part of [log.slice(0, 700), log.slice(700, 1_500), log.slice(1_500)]) {
            snapshot = expectOk(await compactor.compactDocument({ snapshot, updates: part })).state
          }
          for (const state of [whole.state, snapshot ?? Buffer.of()]) {
            expect(contentOf(restore(state))).toEqual(contentOf(first))
          }
          expect(Y.decodeStateVector(whole.stateVector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(first)))
          expect(whole.records).toBe(recordCells(first).size)

          for (const device of devices.slice(1)) pull(device, first)
          play(devices, { device: 1, kind: 'set', record: 3, place: 0, value: 'later' })
          const later = Y.encodeStateAsUpdate(devices[1] ?? first, whole.stateVector)
          expect(contentOf(restore(whole.state, later))).toEqual(contentOf(devices[1] ?? first))
        }),
        { numRuns: 5 },
      )
    },
  )
})

test('[COMPACT-1] a document without updates compacts to an empty one', async () => {
  const compacted = expectOk(await compactor.compactDocument({ updates: [] }))
  expect(compacted.records).toBe(0)
  expect(contentOf(restore(compacted.state))).toEqual({ records: {}, note: '' })
})

test('[COMPACT-2] what was overwritten does not stay in the state', async () => {
  const { document, log } = createLogged()
  for (let round = 0; round < 2_000; round += 1) setField(document, round % 4, `value ${round}`)
  const { state, records } = expectOk(await compactor.compactDocument({ updates: log }))
  expect(records).toBe(4)
  const text = Buffer.from(state).toString('latin1')
  expect(text.match(/value \d+/g)).toEqual(['value 1996', 'value 1997', 'value 1998', 'value 1999'])
  expect(state.length).toBeLessThan(log.reduce((sum, update) => sum + update.length, 0) / 4)
  expect(contentOf(restore(state))).toEqual(contentOf(document))
})

test('[COMPACT-3] a log with a gap is refused, naming what is missing, and compacts once it has come', async () => {
  const { document, log } = createLogged()
  for (let record = 0; record < 9; record += 1) setField(document, record, 'open')
  const gap = log.toSpliced(4, 1)
  expect(await compactor.compactDocument({ updates: gap })).toEqual(
    err({ type: 'UpdatesMissing', missing: [{ client: document.clientID, clock: 4 }] }),
  )
  const late = expectOk(await compactor.compactDocument({ updates: [...gap, log[4] ?? Buffer.of()] }))
  expect(contentOf(restore(late.state))).toEqual(contentOf(document))
})

test('[COMPACT-3] a deletion of something that never came is refused', async () => {
  const { document, log } = createLogged()
  setField(document, 1, 'open')
  recordCells(document).delete(recordKey('control', 'record-1', 'status'))
  const deletion = log[1] ?? Buffer.of()
  expect(await compactor.compactDocument({ updates: [deletion] })).toEqual(err({ type: 'UpdatesMissing', missing: [] }))
})

describe('updates that cannot be read', () => {
  const { document, log } = createLogged()
  for (let record = 0; record < 5; record += 1) setField(document, record, 'a value that is long enough to cut')
  const snapshot = Y.encodeStateAsUpdate(document)
  const cut = (update: Uint8Array | undefined): Uint8Array => (update ?? Buffer.of()).slice(0, 15)

  test.each([
    ['cut short', { updates: log.with(3, cut(log[3])) }, 3],
    ['empty', { updates: log.with(0, new Uint8Array()) }, 0],
    ['a snapshot cut short', { snapshot: cut(snapshot), updates: log }, undefined],
    ['cut short behind a snapshot', { snapshot, updates: [cut(log[0])] }, 0],
    ['rubbish', { updates: [...log, Buffer.alloc(64, 0xff)] }, 5],
  ])('[COMPACT-4] are refused with their place: %s', async (_, input, index) => {
    const refused = await compactor.compactDocument(input)
    expect(refused).toMatchObject({ ok: false, error: { type: 'UpdateCorrupt', index } })
    const next = expectOk(await compactor.compactDocument({ updates: log }))
    expect(contentOf(restore(next.state))).toEqual(contentOf(document))
    expect(threads).toHaveLength(1)
  })

  test('[COMPACT-4] random bytes never harm the thread', async () => {
    for (let round = 0; round < 300; round += 1) {
      const rubbish = randomBytes(1 + (round % 200))
      const answer = await compactor.compactDocument({ updates: [...log, rubbish] })
      expect(['taken', 'UpdateCorrupt', 'UpdatesMissing']).toContain(answer.ok ? 'taken' : answer.error.type)
    }
    expectOk(await compactor.compactDocument({ updates: log }))
    expect(threads).toHaveLength(1)
  })
})

test('[COMPACT-5] the engine thread goes on while a large log is folded, and its updates stay its own', async () => {
  const { document, log } = createLogged()
  for (let round = 0; round < 20_000; round += 1) setField(document, round % 2_000, `value ${round}`)
  const bytes = log.reduce((sum, update) => sum + update.length, 0)
  expectOk(await compactor.compactDocument({ updates: [] }))
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 1)
  const compacting = compactor.compactDocument({ updates: log })
  const compacted = expectOk(await compacting)
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(10)
  expect(compacted.records).toBe(2_000)
  expect(log.reduce((sum, update) => sum + update.length, 0)).toBe(bytes)
})

test('[COMPACT-6] a thread that dies is an error value, and the next call starts another', async () => {
  const { document, log } = createLogged()
  for (let round = 0; round < 20_000; round += 1) setField(document, round, `value ${round}`)
  expectOk(await compactor.compactDocument({ updates: [] }))
  const compacting = compactor.compactDocument({ updates: log })
  await threads[0]?.terminate()
  expect(await compacting).toMatchObject({ error: { type: 'WorkerDied' } })
  expect(expectOk(await compactor.compactDocument({ updates: log })).records).toBe(20_000)
  expect(threads).toHaveLength(2)
})

test('[COMPACT-6] one thread serves all documents and ends when it was idle', async () => {
  const idle = createWatched(50)
  const answers = await Promise.all(Array.from({ length: 5 }, () => idle.compactDocument({ updates: [] })))
  expect(answers.map(({ ok: done }) => done)).toEqual([true, true, true, true, true])
  const [thread] = threads
  if (thread === undefined) throw new Error('no thread was started')
  await once(thread, 'exit')
  expect(idle.isRunning()).toBe(false)
  expect(threads).toHaveLength(1)
})
