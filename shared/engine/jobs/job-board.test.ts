import { expect, test } from 'vitest'
import type { Job } from '#api/jobs.ts'
import { err, ok } from '#domain/result.ts'
import { fakeClock } from '#testing/fake-clock.ts'
import { fakeRandom } from '#testing/fake-random.ts'
import { createJobBoard } from './job-board.ts'
import { createOneAtATime } from './one-at-a-time.ts'

const createBoard = (onChange: (jobId: string) => void = () => undefined) => {
  const clock = fakeClock()
  return { clock, board: createJobBoard({ clock, random: fakeRandom(), onChange }) }
}

const seenOf = async (jobs: AsyncIterable<Job>): Promise<readonly Job[]> => {
  const seen: Job[] = []
  for await (const job of jobs) seen.push(job)
  return seen
}

const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

test('[STORE-65] a job shows its progress and ends with its result', async () => {
  const changes: string[] = []
  const { board, clock } = createBoard((jobId) => changes.push(jobId))
  const { jobId } = board.start('doctor', async ({ report }) => {
    report(1, 2)
    await Promise.resolve()
    report(2, 2)
    clock.advance(500)
    return ok({ clean: true })
  })
  const seen = await seenOf(board.watch(jobId))
  expect(seen.map(({ state, done, total }) => `${state} ${done}/${total}`)).toContain('running 1/2')
  expect(seen.at(-1)).toEqual({
    id: jobId,
    kind: 'doctor',
    state: 'done',
    done: 2,
    total: 2,
    startedAt: '2026-03-02T09:00:00.000Z',
    endedAt: '2026-03-02T09:00:00.500Z',
    result: { clean: true },
    error: null,
  })
  expect(board.list()).toEqual([seen.at(-1)])
  expect(changes).toEqual([jobId, jobId, jobId])
})

test('[STORE-66] a job that refuses, rejects or throws at once has failed, and the others go on', async () => {
  const { board } = createBoard()
  const other = board.start('sample', () => Promise.resolve(ok(1)))
  const jobs = [
    board.start('doctor', () => Promise.resolve(err({ type: 'DiskFull' }))),
    board.start('doctor', () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }))),
    board.start('doctor', () => {
      throw new Error('a bug')
    }),
  ]
  const ends = await Promise.all(jobs.map(async ({ jobId }) => (await seenOf(board.watch(jobId))).at(-1)))
  expect(ends.map((job) => [job?.state, job?.error?.type])).toEqual([
    ['failed', 'DiskFull'],
    ['failed', 'DiskFull'],
    ['failed', 'StorageFailed'],
  ])
  expect((await seenOf(board.watch(other.jobId))).at(-1)?.state).toBe('done')
})

test('[STORE-67] a cancelled job sees its signal, and says that it was cancelled', async () => {
  const { board } = createBoard()
  const started = gate()
  const { jobId } = board.start('importClients', async ({ signal }) => {
    started.open()
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return err({ type: 'Cancelled' })
  })
  await started.opened
  expect(board.cancel(jobId)).toBe(true)
  expect((await seenOf(board.watch(jobId))).at(-1)?.state).toBe('cancelled')
  expect(board.cancel(jobId)).toBe(false)
  expect(board.cancel('unknown')).toBe(false)
})

test('[STORE-68] everybody who watches sees the end; whoever comes late sees it at once; who leaves is let go', async () => {
  const { board } = createBoard()
  const work = gate()
  const { jobId } = board.start('doctor', async () => {
    await work.opened
    return ok(1)
  })
  const leaving = new AbortController()
  const left = seenOf(board.watch(jobId, leaving.signal))
  const watching = [seenOf(board.watch(jobId)), seenOf(board.watch(jobId))]
  await Promise.resolve()
  leaving.abort()
  expect((await left).map(({ state }) => state)).toEqual(['running'])
  work.open()
  for (const seen of await Promise.all(watching)) expect(seen.map(({ state }) => state)).toEqual(['running', 'done'])
  expect((await seenOf(board.watch(jobId))).map(({ state }) => state)).toEqual(['done'])
  expect(await seenOf(board.watch('unknown'))).toEqual([])
})

test('[STORE-68] a slow watcher misses steps, never the end', async () => {
  const { board } = createBoard()
  const work = gate()
  const { jobId } = board.start('doctor', async ({ report }) => {
    await work.opened
    for (let done = 1; done <= 1000; done++) report(done, 1000)
    return ok(1)
  })
  const seen: Job[] = []
  for await (const job of board.watch(jobId)) {
    seen.push(job)
    work.open()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  expect(seen.length).toBeLessThan(10)
  expect(seen.at(-1)).toMatchObject({ state: 'done', done: 1000 })
})

test('[STORE-69] closing cancels what runs and waits for it', async () => {
  const { board } = createBoard()
  let ended = false
  board.start('doctor', async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    await new Promise((resolve) => setTimeout(resolve, 10))
    ended = true
    return err({ type: 'Cancelled' })
  })
  await board.close()
  expect(ended).toBe(true)
  expect(board.list().map(({ state }) => state)).toEqual(['cancelled'])
})

test('[STORE-69] the newest 50 that have ended are kept for a look, and all that run', async () => {
  const { board } = createBoard()
  const work = gate()
  const { jobId: running } = board.start('sample', async () => {
    await work.opened
    return ok(1)
  })
  for (let count = 0; count < 60; count++) {
    await seenOf(board.watch(board.start('doctor', () => Promise.resolve(ok(count))).jobId))
  }
  expect(board.list().length).toBeLessThanOrEqual(52)
  expect(board.find(running)?.state).toBe('running')
  expect(board.list().at(-1)?.result).toBe(59)
  work.open()
})

test('[STORE-69] work that is to run one after the other does, also after one that failed', async () => {
  const turns = createOneAtATime()
  const order: string[] = []
  const slow = turns.run(async () => {
    await new Promise((resolve) => setTimeout(resolve, 10))
    order.push('slow')
    throw new Error('failed')
  })
  const next = turns.run(() => Promise.resolve(order.push('next')))
  await expect(slow).rejects.toThrow('failed')
  expect(await next).toBe(2)
  expect(order).toEqual(['slow', 'next'])
})
