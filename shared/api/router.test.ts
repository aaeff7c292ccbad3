import { describe, expect, test } from 'vitest'
import { addClient, createTestEngine, practiceInput, startEngine, testPassphrase } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import type { Engine } from './engine.ts'
import type { EngineEvent } from './events.ts'
import type { Job } from './jobs.ts'
import { jobOnTheWire } from './jobs-router.ts'
import { failure, formatError } from './procedure.ts'
import { createEngineClient } from './rpc/engine-client.ts'
import { createInProcessPorts } from './rpc/in-process-port.ts'
import { isRpcError } from './rpc/rpc-error.ts'
import { servePort } from './rpc/serve-port.ts'
import { appRouter } from './router.ts'

/** A caller with a connection of its own. */
const connect = (engine: Engine, accountId?: string) => {
  const [ours, theirs] = createInProcessPorts()
  const connection = { accountId }
  servePort({ port: theirs, router: appRouter, createContext: () => ({ engine, connection }), formatError })
  return createEngineClient(ours)
}

const rejection = async (call: Promise<unknown>) => {
  const thrown: unknown = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!isRpcError(thrown)) throw new Error(`not refused: ${String(thrown)}`)
  return thrown
}

type AnyProcedure = { readonly _def: { readonly inputs: readonly unknown[]; readonly type: string } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Readonly<Record<string, AnyProcedure>>)

/** They take nothing, so there is nothing to check. A new procedure without a schema has to be added here. */
const withoutInput: ReadonlySet<string> = new Set([
  'health',
  'events',
  'evidence.counts',
  'accounts.list',
  'accounts.lock',
  'practice.get',
  'practice.logo',
  'practice.undo',
  'practice.redo',
  'changes.list',
  'clients.counts',
  'clients.filterValues',
  'clients.overrideCounts',
  'backups.list',
  'backups.status',
  'practice.preferences',
  'security.unlockWays',
  'folders.show',
  'jobs.startDoctor',
  'jobs.list',
  'libraries.list',
])

describe('inputs', () => {
  test('[API-2] every procedure checks its input or takes none', () => {
    expect(procedures.length).toBeGreaterThan(30)
    const unchecked = procedures.filter(([, { _def }]) => _def.inputs.length === 0).map(([path]) => path)
    expect(unchecked.toSorted()).toEqual([...withoutInput].toSorted())
  })

  test.each(procedures.filter(([path]) => !withoutInput.has(path)))(
    '[API-2] %s refuses what it does not know',
    (_path, procedure) => {
      const [schema] = procedure._def.inputs as readonly { safeParse(input: unknown): { success: boolean } }[]
      for (const input of [undefined, null, 'text', 5, [], { unknownField: 1 }]) {
        expect(schema?.safeParse(input).success, JSON.stringify(input)).toBe(false)
      }
    },
  )

  test('[API-3] a refusal names fields and reasons in words, never what was entered', async () => {
    const { engine, account } = await createTestEngine()
    const client = connect(engine, account.id)
    const refused = await rejection(
      client.clients.add.mutate({ name: '', status: 'enemy', colour: 'hunter2' } as never),
    )
    expect(refused).toMatchObject({ code: 'BAD_REQUEST', tag: 'BadRequest', safe: 'Nothing was changed.' })
    expect(refused.message).toContain('name')
    expect(refused.message).toContain('status')
    expect(refused.message).not.toMatch(/hunter2|enemy|invalid_|ZodError|[{}[\]]/)
  })
})

describe('errors on the wire', () => {
  test('[API-4] an expected failure travels with its tag, words and details', () => {
    expect(formatError(failure({ type: 'ChangedSince', fields: ['name'] }))).toMatchObject({
      code: 'CONFLICT',
      tag: 'ChangedSince',
      details: { fields: ['name'] },
      safe: 'Nothing was undone.',
    })
  })

  test.each([
    new Error('secret words'),
    'secret words',
    { message: 'secret words' },
    undefined,
    failure({ type: 'StorageFailed', code: 'UNKNOWN', detail: 'secret words' }),
  ])('[API-4] the message of a bug stays inside', (thrown) => {
    const { message, details } = formatError(thrown)
    expect(`${message} ${JSON.stringify(details)}`).not.toContain('secret')
    expect(formatError(thrown)).toMatchObject({ code: 'INTERNAL' })
  })

  test('[API-4] nor does it leave by way of a job', () => {
    const job: Job = {
      id: '1',
      kind: 'doctor',
      state: 'failed',
      done: 0,
      total: 0,
      startedAt: '',
      endedAt: '',
      result: null,
      error: { type: 'StorageFailed', code: 'UNKNOWN', detail: 'secret words' },
    }
    expect(jobOnTheWire(job)).toEqual({ ...job, error: { type: 'StorageFailed', code: 'UNKNOWN', detail: '' } })
    const full: Job = { ...job, error: { type: 'DiskFull' } }
    expect(jobOnTheWire(full)).toEqual(full)
  })
})

describe('accounts', () => {
  test('[API-5] whatever needs an account is refused until the connection has one', async () => {
    const { engine, account } = await createTestEngine()
    const client = connect(engine)
    const refused = await Promise.all([
      rejection(client.clients.list.query({})),
      rejection(client.practice.get.query()),
      rejection(client.practice.undo.mutate()),
      rejection(client.jobs.startDoctor.mutate()),
      rejection(client.accounts.lock.mutate()),
    ])
    expect(refused.map(({ tag }) => tag)).toEqual(refused.map(() => 'AccountLocked'))
    expect((await client.accounts.list.query()).map(({ id }) => id)).toEqual([account.id])
    await client.accounts.use.mutate({ accountId: account.id })
    expect(await client.clients.list.query({})).toEqual({ items: [], total: 0 })
  })

  test('[API-5] the account of one connection is not that of another, and a locked one is gone for both', async () => {
    const engine = await startEngine(quickFolder())
    const [first, second] = [connect(engine), connect(engine)]
    const { accountId } = await first.accounts.create.mutate({ practice: practiceInput, passphrase: testPassphrase })
    expect((await first.practice.get.query()).practice.name).toBe('Harbor Security')
    expect((await rejection(second.practice.get.query())).tag).toBe('AccountLocked')
    expect(
      (await rejection(second.accounts.unlock.mutate({ accountId, secret: { passphrase: 'wrong passphrase' } }))).tag,
    ).toBe('WrongPassphrase')
    await second.accounts.unlock.mutate({ accountId, secret: { passphrase: testPassphrase } })
    await second.accounts.lock.mutate()
    for (const client of [first, second])
      expect((await rejection(client.practice.get.query())).tag).toBe('AccountLocked')
    expect(await first.accounts.list.query()).toEqual([{ id: accountId, state: 'locked', ways: ['passphrase'] }])
  })

  test('[API-5] an id of no account is refused without a word about others', async () => {
    const { engine } = await createTestEngine()
    const client = connect(engine)
    const accountId = '00000000-0000-7000-8000-00000000dead'
    expect(
      (await rejection(client.accounts.unlock.mutate({ accountId, secret: { passphrase: testPassphrase } }))).tag,
    ).toBe('AccountNotFound')
    expect((await rejection(client.accounts.use.mutate({ accountId }))).tag).toBe('AccountLocked')
  })
})

describe('the client book through the router', () => {
  test('[API-6] add, change, tag, look, delete, restore, undo: each answers with what changed', async () => {
    const { engine, account } = await createTestEngine()
    const client = connect(engine, account.id)
    const { id: clientId } = await client.clients.add.mutate({
      name: 'Harbor Foods',
      status: 'client',
      tags: ['HIPAA'],
    })
    const { changes } = await client.clients.update.mutate({ clientId, input: { industry: 'Food' } })
    expect(changes).toMatchObject([{ field: 'industry', from: null, to: 'Food' }])
    await client.clients.addContact.mutate({ clientId, input: { name: 'Ada' } })
    const [ada] = await client.clients.contacts.query({ clientId })
    await client.clients.deleteRecord.mutate({ clientId, input: { entity: 'contact', id: ada?.id ?? '' } })
    expect(await client.clients.trash.query({ clientId })).toMatchObject([{ name: 'Ada' }])
    await client.practice.undo.mutate()
    expect(await client.clients.contacts.query({ clientId })).toMatchObject([{ name: 'Ada' }])
    expect(await client.clients.profile.query({ clientId })).toMatchObject({ name: 'Harbor Foods', industry: 'Food' })
    const activity = await client.clients.activity.query({ clientId, query: { limit: 2 } })
    expect(activity.items.map(({ mutation }) => mutation)).toEqual(['undo', 'record.delete'])
    expect((await rejection(client.clients.get.query({ clientId: account.id }))).tag).toBe('ClientNotFound')
  })

  test('[API-7] events of this account arrive in order; of another account none', async () => {
    const { engine, account } = await createTestEngine()
    const { accountId: otherId } = expectOk(
      await engine.createAccount({ practice: practiceInput, passphrase: testPassphrase }),
    )
    const other = engine.findAccount(otherId)
    if (other === undefined) throw new Error('the other account is not open')
    const client = connect(engine, account.id)
    const seen: EngineEvent[] = []
    const enough = Promise.withResolvers<undefined>()
    const started = Promise.withResolvers<undefined>()
    const subscription = client.events.subscribe(undefined, {
      onStarted: () => started.resolve(undefined),
      onData: (event) => {
        seen.push(event)
        if (event.type === 'practiceChanged') enough.resolve(undefined)
      },
      onError: enough.reject,
    })
    await started.promise
    await addClient(other, 'Of the other')
    const { id } = await addClient(account, 'Ours')
    expectOk(await account.clients.edit(id, 'client.tag', { label: 'HIPAA' }))
    expectOk(await account.editPractice('practice.update', { name: 'Renamed' }))
    await enough.promise
    subscription.unsubscribe()
    expect(seen.map(({ type }) => type).filter((type) => type !== 'portfolioChanged')).toEqual([
      'clientChanged',
      'practiceChanged',
    ])
    expect(seen).toContainEqual({ type: 'clientChanged', accountId: account.id, clientId: id, entities: ['clientTag'] })
    expect(JSON.stringify(seen)).not.toContain(otherId)
  })
})
