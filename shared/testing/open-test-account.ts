/** An unlocked account as its engine holds it, with its parts in reach; made once with `createTestEngine`. */
import { rmSync } from 'node:fs'
import { afterAll, onTestFinished } from 'vitest'
import { createTenants } from '#engine/account/create-tenants.ts'
import { openAccount, type OpenAccount } from '#engine/account/open-account.ts'
import { createExamineCopy } from '#engine/account/examine-copy.ts'
import { createBackupWorker } from '#engine/backup/create-backup-worker.ts'
import { createCompactor } from '#engine/compaction/compact-document.ts'
import { createFilesWorker } from '#engine/files/create-files-worker.ts'
import { openKeyring } from '#engine/keyring/open-keyring.ts'
import { accountPaths } from '#engine/data-dir/data-dir-paths.ts'
import type { EngineEvent } from '#api/events.ts'
import type { EngineError } from '#api/errors.ts'
import type { Result } from '#domain/result.ts'
import { cheapScrypt, createTestEngine, testPorts, type TestPorts } from './create-test-engine.ts'
import { expectOk } from './expect-result.ts'
import { fakeRandom } from './fake-random.ts'
import { memoryKeychain } from './keyring-account.ts'
import { asAfterCrash, lastingFolder } from './temporary-folder.ts'
import { editOf } from './test-tenant.ts'

/** Opens without the work that a passphrase costs on purpose. The passphrase is `testPassphrase` all the same. */
const keychain = memoryKeychain()

export type OpenTestAccountOptions = {
  readonly dataDir: string
  readonly accountId: string
  readonly ports?: Partial<TestPorts>
  readonly emit?: (event: EngineEvent) => void
}

/** Nobody may have it open. The caller may close it; the end of the test does. */
export const tryOpenTestAccount = async (
  options: OpenTestAccountOptions,
): Promise<Result<OpenAccount, EngineError>> => {
  const { dataDir, accountId, emit = () => undefined } = options
  const ports = testPorts({ keychain, ...options.ports })
  const { folder } = accountPaths(dataDir, accountId)
  const { random } = ports
  const unlockWith = { keychain: true } as const
  const keyring = expectOk(await openKeyring({ folder, unlockWith, keychain, random, cost: cheapScrypt }))
  const workers = { files: createFilesWorker(), compactor: createCompactor(), backups: createBackupWorker() }
  const opened = await openAccount({
    dataDir,
    keyring,
    ports,
    emit,
    workers,
    version: 'test',
    passphraseCost: cheapScrypt,
    examineCopy: createExamineCopy({ ports, version: 'test' }),
  })
  onTestFinished(
    async () => void (await Promise.all([workers.files.end(), workers.compactor.end(), workers.backups.end()])),
  )
  if (!opened.ok) await keyring.lock()
  return opened
}

export const openTestAccount = async (options: OpenTestAccountOptions): Promise<OpenAccount> => {
  const opened = expectOk(await tryOpenTestAccount(options))
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await opened.close()
    closed = true
  }
  onTestFinished(close)
  return { ...opened, close }
}

/** Many clients in one batch; their ids, in the order of their names. */
export const addBatch = async (opened: OpenAccount, count: number): Promise<readonly string[]> => {
  const drafts = Array.from({ length: count }, (_, index) => ({
    tenantId: opened.parts.ports.random.id(),
    edits: [editOf('client.create', { name: `Client ${String(index).padStart(4, '0')}`, status: 'client' })],
  }))
  expectOk(await createTenants(opened.parts, drafts))
  return drafts.map(({ tenantId }) => tenantId)
}

type MadeAccount = OpenTestAccountOptions & { readonly ids: readonly string[] }

const templates = new Map<number, Promise<MadeAccount>>()
const templateFolders: string[] = []
afterAll(() => templateFolders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A closed account with so many clients: a copy of one that each test file makes once. */
export const makeAccount = async (clients: number): Promise<MadeAccount> => {
  const made = templates.get(clients) ?? makeTemplate(clients)
  templates.set(clients, made)
  const template = await made
  return { ...template, dataDir: asAfterCrash(template.dataDir), ports: { random: fakeRandom(2) } }
}

const makeTemplate = async (clients: number): Promise<MadeAccount> => {
  const dataDir = lastingFolder()
  templateFolders.push(dataDir)
  const ports = testPorts({ keychain })
  const { engine, account } = await createTestEngine({ dataDir, ports })
  const accountId = account.id
  expectOk(await account.setKeychain(true))
  await engine.close()
  const opened = await openTestAccount({ dataDir, accountId, ports })
  const ids = await addBatch(opened, clients)
  await opened.close()
  return { dataDir, accountId, ports, ids }
}
