import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountPaths, portfolioKeyName, tenantKeyName } from '#engine/data-dir/data-dir-paths.ts'
import { openKeyring } from '#engine/keyring/open-keyring.ts'
import { createSeededRandom } from '#engine/sample/seeded-random.ts'
import { openEncryptedDatabase, type EncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { systemPorts } from '#engine/system-ports.ts'
import {
  copyFaultAccount,
  faultPassphrase,
  makeFaultAccount,
  openFaultEngine,
  removeFaultAccount,
  type FaultAccount,
} from './fault-account.ts'
import { expectOk } from './expect-result.ts'
import { doRandomEdit } from './fault-edits.ts'
import { inspectAccount, inspectClients, type Findings } from './fault-inspection.ts'
import type { AcknowledgedEdit, WriterLine } from './fault-lines.ts'
import { runFaults } from './fault-run.ts'

/** An account as a writer leaves it that was not killed, with what it acknowledged; half-way a copy of it. */
let written: FaultAccount
let earlier: FaultAccount
const lines: WriterLine[] = []
const editedEarly = new Set<string>()

beforeAll(async () => {
  written = await makeFaultAccount(3, 1)
  await edit(written, 1)
  earlier = copyFaultAccount(written)
  lines.forEach((line) => isClientEdit(line) && editedEarly.add(line.spaceId))
  await edit(written, 2)
}, 60_000)

afterAll(() => [written, earlier].forEach(removeFaultAccount))

const edit = async ({ dataDir, accountId }: FaultAccount, seed: number): Promise<void> => {
  const engine = await openFaultEngine(dataDir)
  const account = expectOk(await engine.unlockAccount(accountId, { passphrase: faultPassphrase }))
  const clientIds = account.clients.list({}).items.map(({ id }) => id)
  const random = createSeededRandom(seed)
  let edits = 0
  const token = (): string => `value ${seed} ${++edits}`
  for (let turn = 0; turn < 120; turn++) {
    await doRandomEdit({ account, random, clientIds, token, say: (line) => lines.push(line) })
  }
  await engine.close()
}

const onCopy = async (change: (copy: FaultAccount) => Promise<void> | void): Promise<Findings> => {
  const copy = copyFaultAccount(written)
  try {
    await change(copy)
    return await inspectAccount({ account: copy, lines, withDoctor: true })
  } finally {
    removeFaultAccount(copy)
  }
}

const changeFile = async (
  account: FaultAccount,
  tenantId: string | undefined,
  change: (file: EncryptedDatabase) => void,
) => {
  const { folder, portfolio, tenant } = accountPaths(account.dataDir, account.accountId)
  const { random } = systemPorts()
  const keyring = await openKeyring({ folder, random, unlockWith: { passphrase: faultPassphrase } })
  const name = tenantId === undefined ? portfolioKeyName : tenantKeyName(tenantId)
  const [key = Buffer.alloc(32)] = keyring.ok ? keyring.value.keysOf(name) : []
  const file = openEncryptedDatabase({
    path: tenantId === undefined ? portfolio : tenant(tenantId),
    key,
    mustExist: true,
  })
  change(file)
  file.close()
}

const isClientEdit = (line: WriterLine): line is AcknowledgedEdit =>
  line.type === 'edit' && line.spaceId !== written.accountId && line.changes.length > 0
/** In a client that the earlier copy has too. */
const newestEdit = (): AcknowledgedEdit => {
  const found = lines.filter(isClientEdit).findLast(({ spaceId }) => editedEarly.has(spaceId))
  if (found === undefined) throw new Error('no client was edited')
  return found
}

test('[FAULT-1] what an engine acknowledged and closed is found whole', async () => {
  expect(lines.filter(isClientEdit).length).toBeGreaterThan(100)
  expect(await onCopy(() => undefined)).toEqual({ lost: [], problems: [] })
}, 60_000)

test('[FAULT-2] an acknowledgement of an edit that was never made is counted as lost', async () => {
  const edit = newestEdit()
  const lie = { ...edit, changes: edit.changes.map((change) => ({ ...change, to: 'what nobody wrote' })) }
  const { lost } = await inspectAccount({ account: written, lines: [...lines, lie], withDoctor: false })
  expect(lost).toEqual([expect.stringContaining('has no activity row')])
}, 60_000)

test('[FAULT-2] an edit that disappears from its file is counted as lost', async () => {
  const { spaceId, changes } = newestEdit()
  const { lost } = await onCopy((copy) =>
    changeFile(copy, spaceId, (file) => {
      const last = file.prepare('SELECT max(device_seq) FROM activity').pluck().get() as number
      file.prepare('DELETE FROM activity WHERE device_seq > ?').run(last - changes.length)
    }),
  )
  expect(lost).toContainEqual(expect.stringContaining('has no activity row'))
}, 60_000)

test('[FAULT-2] an edit whose field holds an older value is counted as lost', async () => {
  const { spaceId, changes } = newestEdit()
  const { lost } = await onCopy((copy) =>
    changeFile(copy, spaceId, (file) => {
      const document = changes[0]?.document
      const last = file.prepare('SELECT max(seq) FROM doc_update WHERE document = ?').pluck().get(document)
      file.prepare('DELETE FROM doc_update WHERE document = ? AND seq = ?').run(document, last)
    }),
  )
  expect(lost).toContainEqual(expect.stringContaining('its field was set by'))
}, 60_000)

test('[FAULT-2] the edits that an older copy of a file takes back are counted as lost', async () => {
  const { spaceId } = newestEdit()
  const { lost } = await onCopy(({ dataDir, accountId }) =>
    cpSync(
      accountPaths(earlier.dataDir, earlier.accountId).tenant(spaceId),
      accountPaths(dataDir, accountId).tenant(spaceId),
    ),
  )
  expect(lost.length).toBeGreaterThan(10)
}, 60_000)

test('[FAULT-3] an edit that was not acknowledged is no finding', async () => {
  const known = lines.slice(0, -40)
  expect(await inspectAccount({ account: written, lines: known, withDoctor: false })).toEqual({
    lost: [],
    problems: [],
  })
}, 60_000)

test('[FAULT-4] a table, a chain and a row that are not what they should be are found', async () => {
  const { spaceId } = newestEdit()
  const table = await onCopy((copy) =>
    changeFile(copy, spaceId, (file) => file.exec("UPDATE client SET location = 'elsewhere'")),
  )
  expect(table.problems).toContainEqual(expect.stringMatching(/^doctor.*differs from its rebuild/))
  expect(table.problems).toContainEqual(expect.stringMatching(/^[0-9a-f-]+ projection: .*differs from its rebuild/))
  const chain = await onCopy((copy) =>
    changeFile(copy, spaceId, (file) => file.exec("UPDATE activity SET member = 'nobody' WHERE device_seq = 2")),
  )
  expect(chain.problems).toContainEqual(expect.stringContaining('does not follow in its chain'))
  const row = await onCopy(async (copy) => {
    // A copied file looks touched and is read again at the next start, which would put its row right.
    await inspectAccount({ account: copy, lines: [], withDoctor: false })
    await changeFile(copy, undefined, (file) =>
      file.prepare("UPDATE client_row SET tags = '[]', location = 'elsewhere' WHERE id = ?").run(spaceId),
    )
  })
  expect(row.problems).toContainEqual(`${spaceId}: its row was not that of its file`)
}, 60_000)

test('[FAULT-4] a file that a crash left behind is found', async () => {
  const found = await onCopy(({ dataDir, accountId }) =>
    writeFileSync(join(accountPaths(dataDir, accountId).tenants, 'left.sqlite.new'), 'x'),
  )
  expect(found.problems).toEqual([expect.stringContaining('left.sqlite.new belongs to no client')])
}, 60_000)

test('[FAULT-5] half of a batch is a finding, half of an acknowledged one is a loss', async () => {
  const engine = await openFaultEngine(written.dataDir)
  const account = expectOk(await engine.unlockAccount(written.accountId, { passphrase: faultPassphrase }))
  const rows = account.clients
    .list({ archived: 'any' })
    .items.map((row, index) => ({ ...row, name: `Batch ${index % 2} ` }))
  await engine.close()
  const inHalf = rows.filter(({ name }) => name === 'Batch 1 ').length
  const started = { type: 'batchStarted', prefix: 'Batch 1 ', size: inHalf * 2 } as const
  const absent = { type: 'batchStarted', prefix: 'Batch 2 ', size: 5 } as const
  expect(inspectClients(rows, [started, absent]).problems).toEqual([
    `${inHalf} of ${inHalf * 2} clients of an unfinished Batch 1 `,
  ])
  expect(inspectClients(rows, [started, { type: 'batchDone', prefix: 'Batch 1 ' }]).lost).toHaveLength(1)
}, 60_000)

test('[FAULT-6] a recovery key that opens nothing and a key too few are found', async () => {
  const rotated = [{ type: 'rotating' }, { type: 'rotated', recoveryKey: written.recoveryKey }] as const
  const kept = await inspectAccount({ account: written, lines: rotated, withDoctor: false })
  expect(kept).toEqual({ lost: [], problems: [] })
  const other = { type: 'rotated', recoveryKey: (await otherAccount()).recoveryKey } as const
  const { problems } = await inspectAccount({ account: written, lines: [other], withDoctor: false })
  expect(problems).toEqual([expect.stringContaining('does not open the account')])
}, 60_000)

const otherAccount = async (): Promise<FaultAccount> => {
  const account = await makeFaultAccount(1, 2)
  removeFaultAccount(account)
  return account
}

test('[FAULT-7] an edit that should not have been refused is a finding', () => {
  const { problems } = inspectClients([], [{ type: 'refused', what: 'client.update: StorageFailed' }])
  expect(problems).toEqual(['the writer was refused: client.update: StorageFailed'])
})

test('[FAULT-9] rounds of a killed engine count their acknowledged edits and lose none', async () => {
  const seen: number[] = []
  const report = await runFaults({ rounds: 2, seed: 3, clients: 4, onRound: ({ edits }) => seen.push(edits) })
  expect(report).toMatchObject({ rounds: 2, lost: 0, problems: 0, seed: 3 })
  expect(Math.min(...seen)).toBeGreaterThan(0)
  expect(report.edits).toBe(seen.reduce((sum, edits) => sum + edits, 0))
}, 120_000)
