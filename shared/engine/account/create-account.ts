/** Makes a new account: keyring, then the portfolio under a temporary name with the practice in it; its rename is the moment of birth. */
import { mkdir, rename, rm } from 'node:fs/promises'
import type { NewAccount } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import { practiceEntities } from '#domain/entities/entity-registry.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { accountPaths, portfolioKeyName } from '../data-dir/data-dir-paths.ts'
import { createKeyring, type CreatedKeyring } from '../keyring/create-keyring.ts'
import type { Keyring } from '../keyring/keyring.ts'
import type { ScryptCost } from '../keyring/passphrase-slot.ts'
import { commitEdits } from '../log/commit-edits.ts'
import { editFromMutation } from '../log/edit.ts'
import { openLog } from '../log/open-log.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import type { EnginePorts } from '../ports.ts'
import { migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { syncFolder, syncPath } from '../tenant/create-tenant-file.ts'
import { finishAccount, makeUnfinishedAccount } from './account-folders.ts'
import { keyringFailure } from './keyring-failure.ts'
import type { OpenAccount } from './open-account.ts'
import { actingMemberKey } from './practice-records.ts'

export type CreateAccountOptions = {
  readonly dataDir: string
  readonly account: NewAccount
  readonly ports: EnginePorts
  readonly adopt: (keyring: Keyring) => Promise<Result<OpenAccount, EngineError>>
  readonly cost?: ScryptCost | undefined
}

export type CreatedAccount = OpenAccount & { readonly recoveryKey: string }

export const createAccountFiles = async (
  options: CreateAccountOptions,
): Promise<Result<CreatedAccount, EngineError>> => {
  const { dataDir, account, ports, adopt } = options
  const accountId = ports.random.id()
  if (account.passphrase === undefined && ports.keychain === undefined) return err({ type: 'PassphraseNeeded' })
  try {
    makeUnfinishedAccount(dataDir, accountId)
    const written = await writeAccount(options, accountId)
    if (!written.ok) {
      await rm(accountPaths(dataDir, accountId).folder, { recursive: true, force: true })
      return written
    }
    const { keyring, recoveryKey } = written.value
    finishAccount(dataDir, accountId)
    const opened = await adopt(keyring)
    return opened.ok ? ok({ ...opened.value, recoveryKey }) : opened
  } catch (error) {
    return err(storageFailure(error))
  }
}

const writeAccount = async (
  options: CreateAccountOptions,
  accountId: string,
): Promise<Result<CreatedKeyring, EngineError>> => {
  const { dataDir, account, ports, cost } = options
  const { folder, tenants } = accountPaths(dataDir, accountId)
  const { passphrase } = account
  const { keychain, random } = ports
  const created = await createKeyring({
    folder,
    accountId,
    passphrase,
    keychain,
    useKeychain: account.useKeychain === true,
    random,
    ...(cost && { cost }),
  })
  if (!created.ok) return err(keyringFailure(created.error))
  const { keyring } = created.value
  const filled = await fillAccount(options, keyring, tenants)
  if (filled.ok) return ok(created.value)
  await keyring.lock()
  return filled
}

const fillAccount = async (
  options: CreateAccountOptions,
  keyring: Keyring,
  tenants: string,
): Promise<Result<void, EngineError>> => {
  try {
    await mkdir(tenants, { mode: 0o700 })
    const added = await keyring.addKeys([portfolioKeyName])
    return added.ok ? await writePortfolio(options, keyring) : err(keyringFailure(added.error))
  } catch (error) {
    return err(storageFailure(error))
  }
}

const writePortfolio = async (
  { dataDir, account, ports }: CreateAccountOptions,
  keyring: Keyring,
): Promise<Result<void, EngineError>> => {
  const { accountId } = keyring
  const { portfolio, folder } = accountPaths(dataDir, accountId)
  const temporary = `${portfolio}.new`
  const { practice, ownerName } = account
  const owner = { id: ports.random.id(), name: ownerName ?? practice.name, email: practice.contactEmail }
  const edit = editFromMutation('practice.create', { ...practice, owner }, { memberId: owner.id, role: 'owner' })
  if (!edit.ok) return edit
  const [key] = keyring.keysOf(portfolioKeyName)
  if (key === undefined) return err({ type: 'FileKeyMissing' })
  const database = openEncryptedDatabase({ path: temporary, key, bulk: true })
  try {
    migrateDatabase(database, portfolioMigrations)
    const { clock, random } = ports
    const log = openLog({ database, entities: practiceEntities, spaceId: accountId, space: 'practice', clock, random })
    const [outcome] = commitEdits(log, [edit.value])
    if (outcome?.ok === false) return outcome
    log.statements.setMeta.run(actingMemberKey, owner.id)
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
  await syncPath(temporary, 'r+')
  await rename(temporary, portfolio)
  await syncFolder(folder)
  return ok(undefined)
}
