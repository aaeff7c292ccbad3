/** Makes one backup: hands the worker file after file with its key, then gives the checked file its name. */
import { existsSync, statSync } from 'node:fs'
import { realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { BackupTarget } from '#api/backups.ts'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { AccountParts } from '../account/account-parts.ts'
import { keyringFailure } from '../account/keyring-failure.ts'
import { evidenceKeyName, portfolioKeyName, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { syncFolder } from '../tenant/create-tenant-file.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { targetFailed } from './backup-errors.ts'
import { backupEnding, tenantOfEntry, writeHeaderLine, type BackupManifest } from './backup-format.ts'
import type { BackupReply, SourceFile } from './backup-messages.ts'
import type { BackupConversation, BackupWorker } from './create-backup-worker.ts'

export type BackupPlan = { readonly path: string; readonly replace: boolean; readonly version: string }
export type MadeBackup = {
  readonly path: string
  readonly at: string
  readonly bytes: number
  readonly clientIds: readonly string[]
  readonly troubled: readonly string[]
}

/** Clients whose keys are unwrapped and handed over together. */
const clientsAtOnce = 64

export const makeBackup = async (
  { parts, worker }: { readonly parts: AccountParts; readonly worker: BackupWorker },
  plan: BackupPlan,
  control: JobControl,
): Promise<Result<MadeBackup, EngineError>> => {
  const temporary = `${plan.path}.unfinished`
  try {
    // Nobody else writes here: what lies there was cut short.
    await rm(temporary, { force: true })
  } catch (error) {
    return err(targetFailed(plan.path, error))
  }
  const at = new Date(parts.ports.clock.now()).toISOString()
  const salt = Buffer.from(parts.ports.random.bytes(32))
  const copied = await parts.keyring.copy(salt)
  if (!copied.ok) return err(keyringFailure(copied.error))
  const { key, headerLine: keyring } = copied.value
  const schema = { portfolio: portfolioMigrations.length, tenant: tenantMigrations.length }
  const header = {
    accountId: parts.accountId,
    at,
    app: plan.version,
    schema,
    salt: salt.toString('base64url'),
    keyring,
  }
  const conversation = worker.converse({ type: 'write', path: temporary, headerLine: writeHeaderLine(header), key })
  key.fill(0)
  const cancel = (): void => conversation.cancel()
  control.signal.addEventListener('abort', cancel, { once: true })
  if (control.signal.aborted) cancel()
  try {
    const written = await sendFiles(parts, conversation, { salt, control })
    if (!written.ok) return err(forTarget(written.error, plan.path))
    const named = await giveName(temporary, plan)
    if (!named.ok) return named
    const { manifest, size } = written.value
    return ok({ path: plan.path, at, bytes: size, clientIds: clientsOf(manifest), troubled: manifest.troubled })
  } finally {
    control.signal.removeEventListener('abort', cancel)
    conversation.end()
  }
}

type Sending = { readonly salt: Buffer; readonly control: JobControl }
type Written = { readonly manifest: BackupManifest; readonly size: number }

const sendFiles = async (
  parts: AccountParts,
  conversation: BackupConversation,
  { salt, control }: Sending,
): Promise<Result<Written, EngineError>> => {
  conversation.post({ type: 'portfolio', file: sourceOf(parts, portfolioKeyName, parts.paths.portfolio) })
  const tenants = await nextOf(conversation, 'tenants', { ...control, total: 0 })
  if (!tenants.ok) return tenants
  const { ids } = tenants.value
  // After the portfolio: every client that it names has its key in here.
  const keyring = await parts.keyring.copy(salt)
  if (!keyring.ok) return err(keyringFailure(keyring.error))
  keyring.value.key.fill(0)
  conversation.post({ type: 'keyring', text: keyring.value.text })
  // Twice: every byte is written, then read again.
  const total = 2 * (await totalBytes(parts, ids))
  const taken = await nextOf(conversation, 'taken', { ...control, total })
  if (!taken.ok) return taken
  for (let start = 0; start < ids.length; start += clientsAtOnce) {
    const files = ids
      .slice(start, start + clientsAtOnce)
      .flatMap((id) => [
        sourceOf(parts, tenantKeyName(id), parts.paths.tenant(id)),
        { ...sourceOf(parts, evidenceKeyName(id), parts.paths.evidence(id)), optional: true },
      ])
    conversation.post({ type: 'files', files })
    const batch = await nextOf(conversation, 'taken', { ...control, total })
    if (!batch.ok) return batch
  }
  conversation.post({ type: 'finish' })
  return nextOf(conversation, 'done', { ...control, total })
}

const sourceOf = ({ keyring }: AccountParts, name: string, path: string): SourceFile => ({
  name,
  path,
  key: keyring.keysOf(name)[0],
  optional: false,
})

/** For the progress: as large as the files are from outside. */
const totalBytes = async ({ paths }: AccountParts, ids: readonly string[]): Promise<number> => {
  const giveWay = createGiveWay()
  let bytes = statSync(paths.portfolio).size
  for (const id of ids) {
    for (const path of [paths.tenant(id), paths.evidence(id)])
      bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0
    await giveWay()
  }
  return bytes
}

type ReplyOf<Type extends BackupReply['type']> = Extract<BackupReply, { readonly type: Type }>

/** The next reply of this type; progress on the way is reported. */
export const nextOf = async <Type extends 'tenants' | 'taken' | 'done'>(
  conversation: BackupConversation,
  type: Type,
  { report, total }: Pick<JobControl, 'report'> & { readonly total: number },
): Promise<Result<ReplyOf<Type>, EngineError>> => {
  for (;;) {
    const reply = await conversation.next()
    if (!reply.ok) return err({ type: 'StorageFailed', code: 'WORKER_DIED', detail: reply.error.detail })
    if (reply.value.type === 'failed') return err(reply.value.error)
    if (reply.value.type === type) return ok(reply.value as ReplyOf<Type>)
    if (reply.value.type === 'progress')
      report(reply.value.done, Math.max(total || reply.value.total, reply.value.done))
  }
}

/** The temporary name is nobody's concern. */
const forTarget = (error: EngineError, path: string): EngineError =>
  error.type === 'BackupTargetFailed' ? { ...error, path } : error

/** A file that is there is replaced in one step, or not at all. */
const giveName = async (temporary: string, { path, replace }: BackupPlan): Promise<Result<void, EngineError>> => {
  try {
    if (!replace && existsSync(path)) {
      await rm(temporary, { force: true })
      return err({ type: 'BackupExists', path })
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return ok(undefined)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined) // what is reported is why it got no name
    return err(targetFailed(path, error))
  }
}

const clientsOf = ({ entries, troubled }: BackupManifest): readonly string[] => [
  ...new Set([...entries.flatMap(({ name }) => tenantOfEntry(name) ?? []), ...troubled]),
]

/** The file to write: a name of its own in a folder, else the path as it is; with a slash at its end it must be a folder. Never inside the data folder. */
export const planTarget = async (
  { paths, ports, accountId }: Pick<AccountParts, 'paths' | 'ports' | 'accountId'>,
  { ending = backupEnding, ...target }: BackupTarget & { readonly ending?: string },
): Promise<Result<{ readonly path: string; readonly replace: boolean }, EngineError>> => {
  const wanted = resolve(target.path)
  const isNamedFolder = await isFolder(wanted)
  if (!isNamedFolder && /[/\\]$/.test(target.path))
    return err({ type: 'BackupTargetFailed', path: wanted, trouble: 'missing' })
  const path = isNamedFolder ? join(wanted, fileNameOf(accountId, ports.clock.now(), ending)) : wanted
  const folder = dirname(path)
  if (!(await isFolder(folder))) return err({ type: 'BackupTargetFailed', path, trouble: 'missing' })
  const dataDir = await realpath(dirname(dirname(paths.folder)))
  if (`${await realpath(folder)}${sep}`.startsWith(`${dataDir}${sep}`)) return err({ type: 'BackupInDataFolder', path })
  const { replace = false } = target
  return !replace && existsSync(path) ? err({ type: 'BackupExists', path }) : ok({ path, replace })
}

export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true

/** Sorts by time, and tells the backups of two accounts in one folder apart. */
const fileNameOf = (accountId: string, now: number, ending: string): string =>
  `securatlas-${accountId.slice(-8)}-${new Date(now).toISOString().slice(0, 23).replaceAll(/[:.-]/g, '')}${ending}`
