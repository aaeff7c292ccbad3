/** A program that does one piece of work on an account and says so, to be killed somewhere on the way. */
import { readFileSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { JobRef } from '#api/jobs.ts'
import { expectOk } from './expect-result.ts'
import { faultPassphrase, openFaultEngine } from './fault-account.ts'

export type KilledJob = {
  readonly dataDir: string
  readonly accountId: string
} & (
  | { readonly what: 'handOver' | 'takeOver'; readonly clientId: string; readonly path: string }
  | { readonly what: 'delete'; readonly clientId: string; readonly name: string }
  | { readonly what: 'import'; readonly path: string }
  | { readonly what: 'tag'; readonly label: string }
  | { readonly what: 'undo'; readonly jobId: string }
  | { readonly what: 'rotate' }
  | { readonly what: 'backup' | 'restore'; readonly path: string }
  | { readonly what: 'restoreClient'; readonly clientId: string; readonly path: string }
)

const orders = JSON.parse(process.argv[2] ?? '') as KilledJob
const { dataDir, accountId } = orders
const passphrase = faultPassphrase
const engine = await openFaultEngine(dataDir)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const restore = async (path: string): Promise<void> => {
  say('ready')
  const control = { signal: new AbortController().signal, report: () => undefined }
  expectOk(await engine.restoreBackup({ path, secret: { passphrase } }, control))
}

const work = async (): Promise<void> => {
  if (orders.what === 'restore') return restore(orders.path)
  const account = expectOk(await engine.unlockAccount(accountId, { passphrase }))
  const followed = async ({ jobId }: JobRef): Promise<void> => {
    for await (const { state, error } of account.jobs.watch(jobId))
      if (state !== 'running' && state !== 'done') throw new Error(JSON.stringify(error))
  }
  const readImport = async (path: string) =>
    expectOk(await account.imports.read({ fileName: 'clients.csv', bytes: readFileSync(path) }))
  const read = orders.what === 'import' ? await readImport(orders.path) : undefined
  say('ready')
  switch (orders.what) {
    case 'handOver':
      return followed(
        expectOk(account.clients.startHandOver(orders.clientId, { path: orders.path, passphrase, replace: true })),
      )
    case 'takeOver':
      return followed(expectOk(account.clients.startTakeOver({ path: orders.path, passphrase })))
    case 'delete':
      expectOk(await account.clients.remove(orders.clientId, orders.name))
      return
    case 'import': {
      const { importId = '', mapping = {} } = read ?? {}
      return followed(expectOk(account.imports.commit({ importId, mapping, duplicates: 'update' })))
    }
    case 'tag': {
      const clients = { query: { archived: 'any' as const }, except: [] }
      return followed(expectOk(account.changes.start({ clients, change: { type: 'tag', label: orders.label } })))
    }
    case 'undo':
      return followed(expectOk(account.changes.undo(orders.jobId)))
    case 'rotate':
      return followed(expectOk(await account.rotateKeys(passphrase)).job)
    case 'backup':
      return followed(expectOk(await account.backups.start({ path: orders.path, replace: true })))
    case 'restoreClient':
      return followed(
        expectOk(
          await account.backups.startClientRestore({ path: orders.path, client: orders.clientId, replace: true }),
        ),
      )
  }
}

await work()
say('done')
await sleep(60_000)
