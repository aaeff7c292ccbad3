/** Puts an unlocked account together: portfolio, tenant files, read model, jobs, evidence, and what each tells the others. */
import { rm } from 'node:fs/promises'
import type { Account } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { EngineEvent } from '#api/events.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { accountPaths, portfolioKeyName } from '../data-dir/data-dir-paths.ts'
import type { Compactor } from '../compaction/compact-document.ts'
import { createAccountBackups } from '../backup/account-backups.ts'
import type { BackupScheduler } from '../backup/backup-schedule.ts'
import type { BackupWorker } from '../backup/create-backup-worker.ts'
import type { DrillOptions } from '../backup/drill-backup.ts'
import { settleExchanges } from '../backup/exchange-files.ts'
import { createFilesGate } from '../backup/files-gate.ts'
import { createAccountExport } from '../export-all/account-export.ts'
import { examineAccount } from '../doctor/examine-account.ts'
import type { FilesWorker } from '../files/create-files-worker.ts'
import { createJobBoard } from '../jobs/job-board.ts'
import type { ScryptCost } from '../keyring/passphrase-slot.ts'
import type { Keyring } from '../keyring/keyring.ts'
import { compactLongTails } from '../log/compact-log.ts'
import { createEditQueue } from '../log/edit-queue.ts'
import type { Log } from '../log/open-log.ts'
import { createChangeSets } from '../portfolio/change-sets.ts'
import { openPortfolio, type PortfolioError } from '../portfolio/open-portfolio.ts'
import { createTenantRegistry } from '../portfolio/tenant-registry.ts'
import { watchFileInPlace } from '../sqlite/file-in-place.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import type { EnginePorts } from '../ports.ts'
import { createAccountPreferences } from './account-preferences.ts'
import { createAccountChanges } from './account-changes.ts'
import { createAccountAccess } from './account-access.ts'
import { createAccountClients } from './account-clients.ts'
import { createAccountImports } from './account-imports.ts'
import { createAccountLibraries } from './account-libraries.ts'
import { createAccountNotes } from './account-notes.ts'
import type { AccountParts } from './account-parts.ts'
import { fillSearch } from '../search/fill-search.ts'
import { createSearch } from '../search/find-in-account.ts'
import { createLeavingClients } from './leaving-clients.ts'
import { createOneAtATime, type OneAtATime } from '../jobs/one-at-a-time.ts'
import { checkTenants } from './check-tenants.ts'
import { createEvidenceStores, type EvidenceStores } from './evidence-stores.ts'
import { createBandFollower } from './follow-bands.ts'
import { createAccountEvidence } from '../evidence/account-evidence.ts'
import { createHighestTime } from '../evidence/highest-time.ts'
import { createNoteFeed } from './note-feed.ts'
import { createPracticeRecords } from './practice-records.ts'
import { rotateKeys, settleRotations } from './rotate-keys.ts'
import { createRowRefresh } from './row-refresh.ts'
import { createSessionUndo } from './session-undo.ts'
import { createTenantHandles, type TenantHandles } from './tenant-handles.ts'
import { settleCutShort } from './undo-changes.ts'
import { createUndoStack } from './undo-stack.ts'

export type OpenAccountOptions = {
  readonly dataDir: string
  readonly keyring: Keyring
  readonly ports: EnginePorts
  readonly workers: EngineWorkers
  /** Of the app: stands in what leaves it. */
  readonly version: string
  /** Of passphrases on hand-over files; cheaper only in tests. */
  readonly passphraseCost?: ScryptCost | undefined
  /** For the restore drill: examines an account in a data folder of its own. */
  readonly examineCopy: ExamineCopy
  readonly emit: (event: EngineEvent) => void
}

export type EngineWorkers = {
  readonly files: FilesWorker
  readonly compactor: Compactor
  readonly backups: BackupWorker
}
export type ExamineCopy = DrillOptions['examine']

/** The account as its engine holds it. */
export type OpenAccount = {
  readonly account: Account
  readonly keyring: Keyring
  readonly parts: AccountParts
  /** Batches of new clients share the portfolio's staging table, so they run one after the other. */
  readonly batches: OneAtATime
  readonly evidence: EvidenceStores
  readonly handles: TenantHandles
  readonly backups: BackupScheduler
  readonly startJob: ReturnType<typeof createJobBoard>['start']
  /** Tenant files that had to be opened because they were dirty or touched by somebody else. */
  readonly openedAtStart: number
  close(): Promise<void>
}

export const openAccount = async (options: OpenAccountOptions): Promise<Result<OpenAccount, EngineError>> => {
  const { dataDir, keyring, ports } = options
  const { accountId } = keyring
  const paths = accountPaths(dataDir, accountId)
  await settleRotations(keyring, paths)
  await rm(paths.staging, { recursive: true, force: true })
  const keys = keyring.keysOf(portfolioKeyName)
  const opened = openPortfolio({ path: paths.portfolio, keys, accountId, clock: ports.clock, random: ports.random })
  if (!opened.ok) return err(portfolioFailure(opened.error))
  try {
    return ok(await assembleAccount(options, opened.value))
  } catch (error) {
    opened.value.database.close()
    return err(portfolioFailure(storageFailure(error)))
  }
}

const assembleAccount = async (options: OpenAccountOptions, portfolio: Log): Promise<OpenAccount> => {
  const { dataDir, keyring, ports, workers, emit, version, passphraseCost, examineCopy: examine } = options
  const { accountId } = keyring
  const { clock, random } = ports
  const compact = (log: Log): void => void compactLongTails(log, workers.compactor.compactDocument)
  const practiceQueue = createEditQueue(portfolio, {
    beforeCommit: watchFileInPlace(accountPaths(dataDir, accountId).portfolio),
    afterCommit: () => {
      emit({ type: 'practiceChanged', accountId })
      followBands()
      compact(portfolio)
    },
  })
  const practice = createPracticeRecords(portfolio, practiceQueue)
  const tenants = createTenantRegistry(portfolio.database)
  const paths = accountPaths(dataDir, accountId)
  const { actor, bandThresholds } = practice
  const parts: AccountParts = {
    ...{ accountId, paths, ports, keyring, portfolio, tenants },
    changeSets: createChangeSets(portfolio.database),
    ...{ actor, bandThresholds, emit },
  }
  const handles = createTenantHandles(parts, {
    afterCommit: (tenantId, acks) => {
      // More text in a writing session: no list, figure or history is older for it.
      if (acks.every(({ quiet }) => quiet)) return compactOf(tenantId)
      const entities = [...new Set(acks.flatMap(({ changes }) => changes.map(({ entity }) => entity)))]
      emit({ type: 'clientChanged', accountId, clientId: tenantId, entities })
      refresh.schedule(tenantId)
      compactOf(tenantId)
    },
    beforeClose: (tenantId, log) => refresh.settle(tenantId, log),
  })
  const compactOf = (tenantId: string): void => {
    const handle = handles.get(tenantId)
    if (handle.ok) compact(handle.value.log)
  }
  const refresh = createRowRefresh(parts, {
    findLog: (tenantId) => {
      const handle = handles.get(tenantId)
      return handle.ok ? handle.value.log : undefined
    },
    onDamage: handles.setAside,
  })
  const jobs = createJobBoard({ clock, random, onChange: (jobId) => emit({ type: 'jobChanged', accountId, jobId }) })
  const followBands = createBandFollower(parts, jobs)
  const evidence = createEvidenceStores(parts, handles, workers.files)
  const batches = createOneAtATime()
  const undo = createUndoStack()
  const many = { open: { parts, handles }, jobs, batches }
  const feed = createNoteFeed()
  const evidenceOfAccount = createAccountEvidence({
    ...{ parts, handles, jobs, undo, stores: evidence },
    practice: () => records.practice(),
    now: createHighestTime(portfolio, clock),
  })
  settleExchanges(portfolio, paths)
  const { opened: openedAtStart } = await checkTenants(parts, handles)
  await settleCutShort(many.open)
  followBands()

  const records = practice.api(undo)
  const preferences = createAccountPreferences(portfolio)
  let isSearchComplete = tenants.search.listBehind().length === 0
  const gate = createFilesGate()
  const backups = createAccountBackups({
    parts,
    handles,
    evidence,
    batches,
    jobs,
    gate,
    dataDir,
    version,
    examine,
    practiceQueue,
    worker: workers.backups,
  })

  const account: Account = {
    id: accountId,
    clients: {
      ...createAccountClients({ parts, handles, undo, batches, jobs }),
      ...createLeavingClients({
        parts,
        handles,
        undo,
        batches,
        jobs,
        evidence,
        practiceQueue,
        gate,
        version,
        passphraseCost,
      }),
    },
    changes: createAccountChanges(many),
    imports: createAccountImports(many),
    libraries: createAccountLibraries(),
    notes: createAccountNotes({ parts, handles, feed }),
    evidence: evidenceOfAccount,
    jobs,
    search: createSearch({
      database: portfolio.database,
      role: () => practice.actor().role,
      members: records.listMembers,
      recentClients: () => preferences.preferences().recentClients,
      isComplete: () => isSearchComplete,
    }),
    backups: backups.api,
    ...createAccountExport({ parts, evidence, jobs, gate, version }),
    ...records,
    ...createSessionUndo({ parts, handles, undo, practiceQueue }),
    ...createAccountAccess(keyring, () => emit({ type: 'accountsChanged' })),
    rotateKeys: (passphrase) => rotateKeys({ parts, handles, jobs, gate }, passphrase),
    ...preferences,
    startDoctor: () => jobs.start('doctor', (control) => examineAccount({ parts, handles, evidence }, control)),
  }
  if (!isSearchComplete) {
    jobs.start('fillSearch', async (control) => {
      const filled = await fillSearch({ parts, handles }, control)
      isSearchComplete = filled.ok
      return filled
    })
  }
  return {
    account,
    keyring,
    parts,
    batches,
    evidence,
    handles,
    backups: backups.scheduler,
    startJob: jobs.start,
    openedAtStart,
    async close() {
      feed.close()
      evidenceOfAccount.close()
      backups.scheduler.stop()
      await jobs.close()
      await batches.run(() => Promise.resolve())
      await evidence.close()
      practiceQueue.flush()
      refresh.settleAll()
      handles.closeAll()
      refresh.stop()
      portfolio.database.close()
      await keyring.lock()
    },
  }
}

/** The words for a damaged client file would be wrong here. */
const portfolioFailure = (error: PortfolioError): EngineError =>
  error.type === 'FileDamaged' || error.type === 'FileMissing' || error.type === 'FileKeyMissing'
    ? { type: 'PortfolioDamaged', detail: error.type }
    : error
