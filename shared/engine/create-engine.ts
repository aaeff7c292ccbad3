/** The engine of one data folder: its lock, its accounts, its workers and its events. */
import type { Engine } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { EngineEvent } from '#api/events.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { createAccountDescriptions } from './account/describe-account.ts'
import { createAccountFiles } from './account/create-account.ts'
import { keyringFailure } from './account/keyring-failure.ts'
import { listAccountFolders, settleUnfinishedAccounts } from './account/account-folders.ts'
import { openAccount, type OpenAccount } from './account/open-account.ts'
import { createExamineCopy } from './account/examine-copy.ts'
import { createBackupWorker } from './backup/create-backup-worker.ts'
import { removeDrills } from './backup/drill-backup.ts'
import { restoreAccount } from './backup/restore-account.ts'
import { createCompactor } from './compaction/compact-document.ts'
import { accountPaths } from './data-dir/data-dir-paths.ts'
import { lockDataDir } from './data-dir/lock-data-dir.ts'
import { createOneAtATime } from './jobs/one-at-a-time.ts'
import { importAll } from './export-all/import-all.ts'
import { createFilesWorker } from './files/create-files-worker.ts'
import { openKeyring, type OpenKeyringOptions } from './keyring/open-keyring.ts'
import type { Keyring } from './keyring/keyring.ts'
import { verifyRecoveryKey } from './keyring/verify-recovery-key.ts'
import type { ScryptCost } from './keyring/passphrase-slot.ts'
import type { EnginePorts } from './ports.ts'
import { storageFailure } from './sqlite/storage-failure.ts'
import { startSample } from './sample/start-sample.ts'

export type EngineOptions = {
  readonly dataDir: string
  readonly version: string
  readonly ports: EnginePorts
  /** Milliseconds to wait for another engine to let go of the folder. */
  readonly waitForLockMs?: number
  /** Cheaper only in tests. */
  readonly passphraseCost?: ScryptCost
}

export const createEngine = async (options: EngineOptions): Promise<Result<Engine, EngineError>> => {
  const { dataDir, version, ports } = options
  const locked = await lockDataDir(dataDir, options.waitForLockMs)
  if (!locked.ok) return locked
  try {
    settleUnfinishedAccounts(dataDir)
    removeDrills(dataDir)
  } catch (error) {
    locked.value.release()
    return err(storageFailure(error))
  }
  const open = new Map<string, OpenAccount>()
  const descriptions = createAccountDescriptions(dataDir)
  const listeners = new Set<(event: EngineEvent) => void>()
  const workers = { files: createFilesWorker(), compactor: createCompactor(), backups: createBackupWorker() }
  const emit = (event: EngineEvent): void => listeners.forEach((listener) => listener(event))
  /** Accounts are created, opened and closed one after the other. */
  const turns = createOneAtATime()

  const unlockKeyring = (accountId: string, unlockWith: OpenKeyringOptions['unlockWith']) =>
    openKeyring({
      folder: accountPaths(dataDir, accountId).folder,
      accountId,
      keychain: ports.keychain,
      unlockWith,
      random: ports.random,
      ...(options.passphraseCost && { cost: options.passphraseCost }),
    })

  const adopt = async (keyring: Keyring): Promise<Result<OpenAccount, EngineError>> => {
    const opened = await openAccount({
      dataDir,
      keyring,
      ports,
      emit,
      workers,
      version,
      examineCopy,
      passphraseCost: options.passphraseCost,
    })
    descriptions.noteOpened(keyring.accountId, opened.ok ? undefined : opened.error)
    if (opened.ok) open.set(keyring.accountId, opened.value)
    else await keyring.lock()
    emit({ type: 'accountsChanged' })
    return opened
  }
  const examineCopy = createExamineCopy({ ports, version })
  const isAccount = (accountId: string): boolean => listAccountFolders(dataDir).includes(accountId)

  const engine: Engine = {
    version,
    dataDir,
    keychainName: ports.keychain?.name,
    listAccounts: () =>
      Promise.all(
        listAccountFolders(dataDir).map(async (id) => {
          const known = open.get(id)
          if (known === undefined) return { id, ...(await descriptions.describe(id)) }
          return { id, state: 'open', ways: known.account.unlockWays() } as const
        }),
      ),
    createAccount: (account) =>
      turns.run(async () => {
        const created = await createAccountFiles({ dataDir, account, ports, adopt, cost: options.passphraseCost })
        return created.ok
          ? ok({ accountId: created.value.account.id, recoveryKey: created.value.recoveryKey })
          : created
      }),
    unlockAccount: (accountId, secret) =>
      turns.run(async () => {
        if (!isAccount(accountId)) return err({ type: 'AccountNotFound' })
        const known = open.get(accountId)
        if (known !== undefined && 'passphrase' in secret) {
          const verified = await known.keyring.verifyPassphrase(secret.passphrase)
          return verified.ok ? ok(known.account) : err(keyringFailure(verified.error))
        }
        if (known !== undefined) return ok(known.account)
        const keyring = await unlockKeyring(accountId, secret)
        if (!keyring.ok) return err(keyringFailure(keyring.error))
        const opened = await adopt(keyring.value)
        return opened.ok ? ok(opened.value.account) : opened
      }),
    findAccount: (accountId) => open.get(accountId)?.account,
    lockAccount: (accountId) =>
      turns.run(async () => {
        const known = open.get(accountId)
        open.delete(accountId)
        await known?.close()
        emit({ type: 'accountsChanged' })
      }),
    recoverAccount: (accountId, recoveryKey, newPassphrase) =>
      turns.run(async () => {
        if (!isAccount(accountId)) return err({ type: 'AccountNotFound' })
        const known = open.get(accountId)
        if (known !== undefined) {
          // A second keyring on the same files would be undone by the next write of this one.
          const verified = await verifyRecoveryKey(known.parts.paths.folder, recoveryKey)
          const set = verified.ok ? await known.keyring.setPassphrase(newPassphrase) : verified
          return set.ok ? ok(undefined) : err(keyringFailure(set.error))
        }
        const keyring = await unlockKeyring(accountId, { recoveryKey })
        if (!keyring.ok) return err(keyringFailure(keyring.error))
        const changed = await keyring.value.setPassphrase(newPassphrase)
        await keyring.value.lock()
        return changed.ok ? ok(undefined) : err(keyringFailure(changed.error))
      }),
    createSample: (sample) =>
      turns.run(() =>
        startSample({
          sample,
          createAccount: (account) =>
            createAccountFiles({ dataDir, account, ports, adopt, cost: options.passphraseCost }),
        }),
      ),
    restoreBackup: ({ path, secret }, control) =>
      turns.run(async () => {
        const restored = await restoreAccount({ dataDir, path, secret, worker: workers.backups, ports }, control)
        if (restored.ok) emit({ type: 'accountsChanged' })
        return restored
      }),
    importAll: (order, control) =>
      turns.run(async () => {
        const { files } = workers
        const imported = await importAll({ ...order, dataDir, ports, files, cost: options.passphraseCost }, control)
        if (imported.ok) emit({ type: 'accountsChanged' })
        return imported
      }),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      try {
        await turns.run(async () => {
          await Promise.all([...open.values()].map((account) => account.close()))
          open.clear()
        })
        await Promise.all([workers.files.end(), workers.compactor.end(), workers.backups.end()])
      } finally {
        locked.value.release()
      }
    },
  }
  return ok(engine)
}
