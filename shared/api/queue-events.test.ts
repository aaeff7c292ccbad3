import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { addClient, createTestEngine } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import type { EngineEvent } from './events.ts'
import { queueEvents } from './queue-events.ts'

test('[API-7] events that nobody has taken yet wait, equal ones once', async () => {
  const { engine, account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor Foods')
  const abort = new AbortController()
  const events = queueEvents(engine, abort.signal)
  const first = events.next()
  for (let employees = 0; employees < 5; employees++)
    expectOk(await account.clients.edit(id, 'client.update', { employees }))
  expectOk(await account.editPractice('practice.update', { name: 'Renamed' }))
  // By now the row is refreshed too: nothing more will come by itself.
  await sleep(150)
  const typeOf = async (next: Promise<IteratorResult<EngineEvent, void>>): Promise<string> => {
    const { done, value } = await next
    return done === true ? 'end' : value.type
  }
  const types = [await typeOf(first)]
  while (types.at(-1) !== 'practiceChanged') types.push(await typeOf(events.next()))
  expect(types.filter((type) => type === 'clientChanged')).toHaveLength(2)
  abort.abort()
})

test('[API-7] the stream ends with its signal, also while it waits, and listens no longer', async () => {
  const { engine, account } = await createTestEngine()
  const abort = new AbortController()
  const events = queueEvents(engine, abort.signal)
  const waiting = events.next()
  abort.abort()
  expect(await waiting).toEqual({ done: true, value: undefined })
  await addClient(account, 'Nobody listens')
  expect(await events.next()).toEqual({ done: true, value: undefined })
})
