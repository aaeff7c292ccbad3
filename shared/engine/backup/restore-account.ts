/**
 * A whole account out of a backup into a data folder that does not have it. As with a new account, its portfolio's
 * name is the moment of birth: whatever interrupts it before, the next start removes what was written.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AccountRestored, BackupSecret } from '#api/backups.ts'
import type { WorkControl } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { finishAccount, listAccountFolders, makeUnfinishedAccount } from '../account/account-folders.ts'
import { fillPortfolio } from '../account/fill-portfolio.ts'
import { accountPaths, portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import type { EnginePorts } from '../ports.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { syncFolder, syncPath } from '../tenant/create-tenant-file.ts'
import { tenantOfEntry } from './backup-format.ts'
import type { ExtractOrder } from './backup-messages.ts'
import type { BackupWorker } from './create-backup-worker.ts'
import { nextOf } from './make-backup.ts'
import { openBackupFile, readFileKeys, type BackupInUse } from './open-backup-file.ts'
import { scheduleKeys } from './backup-records.ts'

export type RestoreOptions = {
  readonly dataDir: string
  readonly path: string
  readonly secret: BackupSecret
  readonly worker: BackupWorker
  readonly ports: EnginePorts
}

export const restoreAccount = async (
  { dataDir, path, secret, worker, ports }: RestoreOptions,
  control: WorkControl,
): Promise<Result<AccountRestored, EngineError>> => {
  const opened = await openBackupFile({ path, secret })
  if (!opened.ok) return opened
  const { accountId } = opened.value.header
  try {
    if (listAccountFolders(dataDir).includes(accountId)) return err({ type: 'AccountIsHere', accountId })
    return await restoreInto({ dataDir, path, inUse: opened.value }, { worker, ports, control })
  } finally {
    opened.value.close()
  }
}

type Source = { readonly dataDir: string; readonly path: string; readonly inUse: BackupInUse }
type Work = { readonly worker: BackupWorker; readonly ports: EnginePorts; readonly control: WorkControl }

const restoreInto = async (
  { dataDir, path, inUse }: Source,
  work: Work,
): Promise<Result<AccountRestored, EngineError>> => {
  const { accountId, at } = inUse.header
  const { folder } = accountPaths(dataDir, accountId)
  let outcome: Result<void, EngineError>
  try {
    makeUnfinishedAccount(dataDir, accountId)
    outcome = await writeAccount({ dataDir, path, inUse }, work)
  } catch (error) {
    outcome = err(storageFailure(error))
  }
  if (!outcome.ok) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined) // else the next start removes it
    return outcome
  }
  finishAccount(dataDir, accountId)
  const { troubled } = inUse.backup.manifest
  return ok({ accountId, at, clients: inUse.check.clients, troubled })
}

const writeAccount = async (
  { dataDir, path, inUse }: Source,
  { worker, ports, control }: Work,
): Promise<Result<void, EngineError>> => {
  const { accountId } = inUse.header
  const paths = accountPaths(dataDir, accountId)
  const { folder, tenants, portfolio } = paths
  await mkdir(tenants, { recursive: true, mode: 0o700 })
  for (const name of ['keyring', 'keyring-copy']) {
    await writeFile(join(folder, name), inUse.backup.manifest.keyring, { encoding: 'latin1', mode: 0o600, flag: 'wx' })
    await syncPath(join(folder, name), 'r+')
  }
  const keys = await readFileKeys(inUse)
  try {
    const orders = ordersOf(dataDir, inUse, keys)
    const extracted = await extract(worker, { path, key: inUse.copy.key, orders }, firstHalf(control))
    if (!extracted.ok) return extracted
    const key = keys.get(portfolioKeyName)
    if (key === undefined || extracted.value.unopened.includes(portfolioKeyName)) {
      return err({ type: 'BackupDamaged', detail: "the practice's own file in it does not open" })
    }
    for (const { name, path: evidence } of orders) if (name.startsWith('files/')) await syncPath(evidence, 'r+')
    const tenantKey = (id: string): Buffer | undefined => keys.get(tenantKeyName(id))
    const portfolioToFill = { path: `${portfolio}.new`, key, accountId, ports, tenantPath: paths.tenant, tenantKey }
    const filled = await fillPortfolio(portfolioToFill, secondHalf(control))
    if (!filled.ok) return filled
  } finally {
    keys.forEach((key) => key.fill(0))
  }
  await syncFolder(tenants)
  await syncFolder(folder)
  await rename(`${portfolio}.new`, portfolio)
  await syncFolder(folder)
  return ok(undefined)
}

/** Writing bytes, then looking at clients: two kinds of progress that follow each other. */
const firstHalf = ({ signal, report }: WorkControl): WorkControl => ({
  signal,
  report: (done, total) => report(done, 2 * total),
})
const secondHalf = ({ signal, report }: WorkControl): WorkControl => ({
  signal,
  report: (done, total) => report(total + done, 2 * total),
})

/** The portfolio last, because it is what makes the rest an account. */
const ordersOf = (
  dataDir: string,
  { backup, header }: BackupInUse,
  keys: ReadonlyMap<string, Buffer>,
): ExtractOrder[] => {
  const paths = accountPaths(dataDir, header.accountId)
  const tenants = backup.manifest.entries.flatMap(({ name }): readonly ExtractOrder[] => {
    const id = tenantOfEntry(name)
    if (id === undefined) return []
    const isTenant = name.startsWith('tenant/')
    const path = isTenant ? paths.tenant(id) : paths.evidence(id)
    return [{ name, path, key: keys.get(name), forget: isTenant ? ['device'] : [] }]
  })
  return [
    ...tenants,
    {
      name: portfolioKeyName,
      path: `${paths.portfolio}.new`,
      key: keys.get(portfolioKeyName),
      // Two devices with one schedule would remove each other's backups.
      forget: ['device', ...scheduleKeys],
    },
  ]
}

export type Extraction = { readonly path: string; readonly key: Uint8Array; readonly orders: readonly ExtractOrder[] }

export const extract = async (worker: BackupWorker, extraction: Extraction, control: WorkControl) => {
  const conversation = worker.converse({ type: 'extract', ...extraction })
  const cancel = (): void => conversation.cancel()
  control.signal.addEventListener('abort', cancel, { once: true })
  if (control.signal.aborted) cancel()
  try {
    return await nextOf(conversation, 'done', { ...control, total: 0 })
  } finally {
    control.signal.removeEventListener('abort', cancel)
    conversation.end()
  }
}
