import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { ok } from '#domain/result.ts'
import { createIdleWorker, type IdleWorker } from './idle-worker.ts'
import type { Trick } from './worker-for-tests.ts'

const moduleUrl = new URL('./worker-for-tests.ts', import.meta.url)
let started: Worker[] = []
let worker: IdleWorker<Trick, string, string> | undefined

const createWorker = (idleMs?: number): IdleWorker<Trick, string, string> => {
  const start = (): Worker => {
    const thread = new Worker(moduleUrl)
    started.push(thread)
    return thread
  }
  worker = createIdleWorker<Trick, string, string>(idleMs === undefined ? { start } : { start, idleMs })
  return worker
}

const exitOfFirst = (): Promise<unknown> => {
  const [first] = started
  if (first === undefined) throw new Error('no thread was started')
  return once(first, 'exit')
}

afterEach(async () => {
  await worker?.end()
  started = []
})

test('[WORKER-1] starts the thread with the first conversation and answers in order', async () => {
  const idle = createWorker()
  expect(idle.isRunning()).toBe(false)
  const conversation = idle.converse('echo')
  expect(idle.isRunning()).toBe(true)
  conversation.post('one')
  conversation.post('two')
  expect(await conversation.next()).toEqual(ok('hello 1'))
  expect(await conversation.next()).toEqual(ok('one'))
  expect(await conversation.next()).toEqual(ok('two'))
  conversation.end()
})

test('[WORKER-1] serves several conversations at once on one thread', async () => {
  const idle = createWorker()
  const conversations = Array.from({ length: 20 }, () => idle.converse('echo'))
  const greetings = await Promise.all(conversations.map((conversation) => conversation.next()))
  expect(greetings).toEqual(conversations.map((_, index) => ok(`hello ${index + 1}`)))
  for (const conversation of conversations) conversation.end()
  expect(started).toHaveLength(1)
})

test('[WORKER-2] ends the thread when it was idle and starts a new one for the next conversation', async () => {
  const idle = createWorker(30)
  const first = idle.converse('echo')
  await first.next()
  await sleep(90)
  expect(idle.isRunning()).toBe(true)
  const exited = exitOfFirst()
  first.end()
  await exited
  expect(idle.isRunning()).toBe(false)

  const second = idle.converse('echo')
  expect(await second.next()).toEqual(ok('hello 1'))
  second.end()
  expect(started).toHaveLength(2)
})

test('[WORKER-3] does not keep the process alive once nothing is under way', () => {
  const program = `
    import { Worker } from 'node:worker_threads'
    import { createIdleWorker } from '#engine/workers/idle-worker.ts'
    const idle = createIdleWorker({ start: () => new Worker(new URL(${JSON.stringify(moduleUrl.href)}), { execArgv: [] }) })
    const conversation = idle.converse('echo')
    conversation.post('still here')
    await conversation.next()
    const word = await conversation.next()
    conversation.end()
    console.log(word.value, idle.isRunning())`
  const child = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(child.stdout).toBe('still here true\n')
  expect(child.status).toBe(0)
})

test('[WORKER-4] tells every open conversation when the thread dies, and starts a new one for the next', async () => {
  const idle = createWorker()
  const bystander = idle.converse('wait')
  await bystander.next()
  const fatal = idle.converse('crash')
  expect(await fatal.next()).toEqual(ok('hello 2'))
  const died = { ok: false, error: { type: 'WorkerDied', detail: 'it ended' } }
  expect(await fatal.next()).toEqual(died)
  expect(await bystander.next()).toEqual(died)
  expect(await bystander.next()).toEqual(died)
  bystander.end()
  fatal.end()

  const next = idle.converse('echo')
  expect(await next.next()).toEqual(ok('hello 1'))
  next.end()
})

test('[WORKER-4] reports a thread that cannot start as dead, with the reason', async () => {
  const idle = createIdleWorker<Trick, string, string>({
    start: () => new Worker(new URL('./no-such-worker.ts', import.meta.url)),
  })
  const conversation = idle.converse('echo')
  const reply = await conversation.next()
  conversation.end()
  expect(reply).toMatchObject({ ok: false, error: { type: 'WorkerDied' } })
  expect(JSON.stringify(reply)).toContain('no-such-worker')
  expect(idle.isRunning()).toBe(false)
})

test('[WORKER-5] throws a bug of the worker at the caller and goes on serving', async () => {
  const idle = createWorker()
  const buggy = idle.converse('throw')
  await expect(buggy.next()).rejects.toThrow('a bug in the handler')
  buggy.end()
  const next = idle.converse('echo')
  expect(await next.next()).toEqual(ok('hello 2'))
  next.end()
  expect(started).toHaveLength(1)
})

test('[WORKER-6] a cancelled conversation hears it and can still answer', async () => {
  const conversation = createWorker().converse('wait')
  await conversation.next()
  conversation.cancel()
  expect(await conversation.next()).toEqual(ok('cancelled'))
  conversation.end()
})

test('[WORKER-6] a reader waiting in an ended conversation is released', async () => {
  const conversation = createWorker().converse('wait')
  await conversation.next()
  const waiting = conversation.next()
  conversation.end()
  expect(await waiting).toEqual({ ok: false, error: { type: 'WorkerDied', detail: 'the conversation was ended' } })
})

test('[WORKER-6] ending the worker cancels what is under way and waits for the thread', async () => {
  const idle = createWorker()
  const conversation = idle.converse('wait')
  await conversation.next()
  const exited = exitOfFirst()
  await idle.end()
  await exited
  expect(idle.isRunning()).toBe(false)
  expect((await conversation.next()).ok).toBeDefined()
  conversation.end()
})
