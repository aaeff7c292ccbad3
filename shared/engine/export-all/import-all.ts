/**
 * Makes the account of an export in a data folder that does not have it: the same ids, records, documents, history and
 * evidence, under new keys. As with every new account, its portfolio's name is the moment of birth.
 */
import { mkdir, rename, rm } from 'node:fs/promises'
import type { ImportAll, ImportedAll } from '#api/export-all.ts'
import type { EngineError } from '#api/errors.ts'
import { practiceEntities, tenantEntities } from '#domain/entities/entity-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { finishAccount, listAccountFolders, makeUnfinishedAccount } from '../account/account-folders.ts'
import { fillPortfolio } from '../account/fill-portfolio.ts'
import { keyringFailure } from '../account/keyring-failure.ts'
import { actingMemberKey } from '../account/practice-records.ts'
import { accountPaths, portfolioKeyName, tenantKeyName, evidenceKeyName } from '../data-dir/data-dir-paths.ts'
import type { FilesWorker } from '../files/create-files-worker.ts'
import type { JobControl } from '../jobs/job-board.ts'
import { createKeyring } from '../keyring/create-keyring.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { ScryptCost } from '../keyring/passphrase-slot.ts'
import { openLog } from '../log/open-log.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import type { EnginePorts } from '../ports.ts'
import { migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { settleTenantFiles, syncFolder, temporaryTenantPath } from '../tenant/create-tenant-file.ts'
import { tenantMigrations } from '../tenant/tenant-migrations.ts'
import { clientFolder, filesPath, practiceFolder } from './export-layout.ts'
import { importEvidence } from './import-evidence.ts'
import { importSpace } from './import-space.ts'
import { ArchiveFailure, openArchive, type OpenArchive } from './open-archive.ts'

export type ImportAllOptions = ImportAll & {
  readonly dataDir: string
  readonly ports: EnginePorts
  readonly files: FilesWorker
  readonly cost?: ScryptCost | undefined
}

/** Files that are synced together. */
const clientsAtOnce = 64

export const importAll = async (
  options: ImportAllOptions,
  control: JobControl,
): Promise<Result<ImportedAll, EngineError>> => {
  const { dataDir, path } = options
  const opened = await openArchive(path)
  if (!opened.ok) return opened
  const archive = opened.value
  const accountId = archive.manifest.account
  try {
    if (listAccountFolders(dataDir).includes(accountId)) return err({ type: 'AccountIsHere', accountId })
    const made = await makeAccount(options, archive, control)
    if (!made.ok) {
      await rm(accountPaths(dataDir, accountId).folder, { recursive: true, force: true }).catch(() => undefined)
      return made
    }
    finishAccount(dataDir, accountId)
    const { at, clients } = archive.manifest
    return ok({ accountId, recoveryKey: made.value, at, clients: clients.length })
  } finally {
    archive.close()
  }
}

/** The recovery key. */
const makeAccount = async (
  options: ImportAllOptions,
  archive: OpenArchive,
  control: JobControl,
): Promise<Result<string, EngineError>> => {
  const { dataDir, passphrase, ports, cost } = options
  const { account: accountId, clients } = archive.manifest
  const { folder, tenants } = accountPaths(dataDir, accountId)
  let keyring: Keyring | undefined
  try {
    makeUnfinishedAccount(dataDir, accountId)
    const { keychain, random } = ports
    const created = await createKeyring({ folder, accountId, passphrase, keychain, random, ...(cost && { cost }) })
    if (!created.ok) return err(keyringFailure(created.error))
    keyring = created.value.keyring
    await mkdir(tenants, { mode: 0o700 })
    const withFiles = clients.filter((id) => archive.has(filesPath(clientFolder(id))))
    const names = [portfolioKeyName, ...clients.map(tenantKeyName), ...withFiles.map(evidenceKeyName)]
    const keys = await keyring.addKeys(names)
    if (!keys.ok) return err(keyringFailure(keys.error))
    const written = await writeClients({ ...options, keyring, archive }, control)
    if (!written.ok) return written
    const portfolio = await writePortfolio({ ...options, keyring, archive }, control)
    if (!portfolio.ok) return portfolio
    return ok(created.value.recoveryKey)
  } catch (error) {
    return err(error instanceof ArchiveFailure ? error.error : storageFailure(error))
  } finally {
    await keyring?.lock()
  }
}

type Source = ImportAllOptions & { readonly keyring: Keyring; readonly archive: OpenArchive }

const writeClients = async (source: Source, { signal, report }: JobControl): Promise<Result<void, EngineError>> => {
  const { archive, dataDir } = source
  const { clients, account } = archive.manifest
  const paths = accountPaths(dataDir, account)
  for (let start = 0; start < clients.length; start += clientsAtOnce) {
    const slice = clients.slice(start, start + clientsAtOnce)
    for (const [index, id] of slice.entries()) {
      if (signal.aborted) return err({ type: 'Cancelled' })
      await writeClient(source, id)
      const evidence = await importEvidence(source, id, signal)
      if (!evidence.ok) return evidence
      report(start + index + 1, 2 * clients.length)
    }
    await settleTenantFiles(slice.map(paths.tenant))
  }
  return ok(undefined)
}

const writeClient = async (source: Source, id: string): Promise<void> => {
  const { keyring, archive, dataDir, ports } = source
  const { clock, random } = ports
  const path = temporaryTenantPath(accountPaths(dataDir, archive.manifest.account).tenant(id))
  const database = openEncryptedDatabase({ path, key: keyOf(keyring, tenantKeyName(id)), bulk: true })
  try {
    migrateDatabase(database, tenantMigrations)
    database.prepare("INSERT INTO meta (key, value) VALUES ('space', ?)").run(id)
    const entities = tenantEntities
    const log = openLog({ database, entities, spaceId: id, space: 'tenant', clock, random })
    await importSpace(log, archive, clientFolder(id))
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
}

const writePortfolio = async (
  { keyring, archive, dataDir, ports }: Source,
  { signal, report }: JobControl,
): Promise<Result<void, EngineError>> => {
  const { account, clients, member } = archive.manifest
  const { portfolio, folder, tenant: tenantPath } = accountPaths(dataDir, account)
  const { clock, random } = ports
  const path = `${portfolio}.new`
  const database = openEncryptedDatabase({ path, key: keyOf(keyring, portfolioKeyName), bulk: true })
  try {
    migrateDatabase(database, portfolioMigrations)
    const entities = practiceEntities
    const log = openLog({ database, entities, spaceId: account, space: 'practice', clock, random })
    await importSpace(log, archive, practiceFolder)
    log.statements.setMeta.run(actingMemberKey, member)
    const register = database.prepare("INSERT INTO tenant (id, state) VALUES (?, 'live')")
    database.transaction(() => clients.forEach((id) => register.run(id))).immediate()
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
  const key = keyOf(keyring, portfolioKeyName)
  const tenantKey = (id: string): Buffer => keyOf(keyring, tenantKeyName(id))
  const filled = await fillPortfolio(
    { path, key, accountId: account, ports, tenantPath, tenantKey },
    { signal, report: (done, total) => report(total + done, 2 * total) },
  )
  if (!filled.ok) return filled
  await rename(path, portfolio)
  await syncFolder(folder)
  return ok(undefined)
}

const keyOf = (keyring: Keyring, name: string): Buffer => {
  const [key] = keyring.keysOf(name)
  if (key === undefined) throw new Error(`the key ${name} was just made`)
  return key
}
