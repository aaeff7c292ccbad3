import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EngineError } from '#api/errors.ts'
import { describeError } from '#api/errors.ts'
import type { Result } from '#domain/result.ts'
import type { FileState } from '#domain/scoring/client-facts.ts'
import { createSeededRandom } from '../sample/seeded-random.ts'
import { flipBit, keepingTimes, truncateTo } from '#testing/damage-file.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import {
  makeAccount,
  openTestAccount,
  tryOpenTestAccount,
  type OpenTestAccountOptions,
} from '#testing/open-test-account.ts'
import { accountPaths, tenantKeyName } from '../data-dir/data-dir-paths.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import type { OpenAccount } from './open-account.ts'

type Made = OpenTestAccountOptions & { readonly ids: readonly string[] }
type Damage = {
  readonly what: string
  readonly state: FileState
  readonly error: EngineError['type']
  readonly harm: (place: { readonly path: string; readonly other: string }) => void
}

const truncated = (what: string, share: (size: number) => number): Damage => ({
  what,
  state: 'damaged',
  error: 'FileDamaged',
  harm: ({ path }) => truncateTo(path, share),
})

const damages: readonly Damage[] = [
  truncated('cut to nothing', () => 0),
  truncated('cut to 100 bytes', () => 100),
  truncated('cut to one page', () => 4096),
  truncated('cut to its half', (size) => Math.floor(size / 2)),
  truncated('with its last byte cut off', (size) => size - 1),
  {
    what: 'of text',
    state: 'damaged',
    error: 'FileDamaged',
    harm: ({ path }) => writeFileSync(path, 'rubbish '.repeat(2000)),
  },
  {
    what: 'of another client',
    state: 'damaged',
    error: 'FileDamaged',
    harm: ({ path, other }) => copyFileSync(other, path),
  },
  { what: 'with a flipped bit', state: 'damaged', error: 'FileDamaged', harm: ({ path }) => flipBit(path, 5000) },
  {
    what: 'that is a folder',
    state: 'damaged',
    error: 'FileDamaged',
    harm: ({ path }) => {
      rmSync(path)
      mkdirSync(path)
    },
  },
  { what: 'that is missing', state: 'missing', error: 'FileMissing', harm: ({ path }) => rmSync(path) },
]

const reasonOf: Readonly<Record<Exclude<FileState, 'ok'>, string>> = {
  damaged: 'damagedFile',
  missing: 'missingFile',
  keyMissing: 'missingKey',
  newerVersion: 'newerFile',
}

const contentOf = (path: string): string | undefined => {
  if (!existsSync(path)) return undefined
  return statSync(path).isDirectory() ? `folder ${readdirSync(path).join()}` : readFileSync(path, 'latin1')
}

const industry = (text: string) => ({ industry: text })

/** The client is shown with its state, every way into its file is refused in words, and all others work. */
const expectAside = async (opened: OpenAccount, id: string, { state, error }: Pick<Damage, 'state' | 'error'>) => {
  const { clients } = opened.account
  const reason = reasonOf[state as keyof typeof reasonOf]
  const row = clients.list({ limit: 100 }).items.find((one) => one.id === id)
  expect(row).toMatchObject({ name: 'Client 0001', fileState: state, attention: [{ reason, tier: 'now' }] })
  expect(clients.counts().byReason[reason]).toBe(1)
  const refused = [
    await clients.edit(id, 'client.update', industry('Food')),
    await clients.edit(id, 'client.tag', { label: 'HIPAA' }),
    clients.listContacts(id),
    clients.listActivity(id, {}),
    clients.listTrash(id),
  ]
  for (const answer of refused) {
    expect(expectError(answer).type).toBe(error)
    expect(describeError(expectError<Result<unknown, EngineError>>(answer)).action).toMatch(/backup|Update/)
  }
  for (const other of opened.parts.tenants.listTenants()) {
    if (other.id !== id) expect((await clients.edit(other.id, 'client.update', industry('Works'))).ok).toBe(true)
  }
}

const siblingsOf = (path: string): readonly string[] =>
  ['-wal', '-shm', '-journal', '.before-upgrade'].filter((end) => existsSync(path + end))

const placeOf = (made: Made) => {
  const paths = accountPaths(made.dataDir, made.accountId)
  const [, id = '', other = ''] = made.ids
  return { id, path: paths.tenant(id), other: paths.tenant(other) }
}

describe.each(damages)('a file $what', (damage) => {
  test(`[STORE-40] is shown as ${damage.state} from the start, kept aside and not written to; [STORE-41] the good file works again`, async () => {
    const made = await makeAccount(3)
    const { id, path, other } = placeOf(made)
    const backup = `${made.dataDir}/backup`
    execFileSync('cp', ['-a', path, backup])
    damage.harm({ path, other })
    const harmed = contentOf(path)
    const opened = await openTestAccount(made)
    await expectAside(opened, id, damage)
    await opened.close()
    expect(contentOf(path)).toBe(harmed)
    expect(siblingsOf(path)).toEqual([])
    const still = await openTestAccount(made)
    await expectAside(still, id, damage)
    await still.close()
    rmSync(path, { recursive: true, force: true })
    execFileSync('cp', ['-a', backup, path])
    const healed = await openTestAccount(made)
    expect(expectOk(healed.account.clients.get(id))).toMatchObject({
      fileState: 'ok',
      attention: [{ reason: 'baselineIncomplete' }],
    })
    expectOk(await healed.account.clients.edit(id, 'client.update', industry('Healed')))
  })
})

test('[STORE-40] a file whose key is gone from the keyring is shown so from the start, and works when the keyring is put back', async () => {
  const made = await makeAccount(3)
  const { id, path } = placeOf(made)
  const { folder } = accountPaths(made.dataDir, made.accountId)
  const keyrings = ['keyring', 'keyring-copy'].map((name) => join(folder, name))
  const good = keyrings.map((file) => readFileSync(file, 'latin1'))
  good.forEach((text, index) => {
    const without = text.split('\n').filter((line) => !line.includes(tenantKeyName(id)))
    expect(without.length).toBeLessThan(text.split('\n').length)
    writeFileSync(keyrings[index] ?? '', without.join('\n'), 'latin1')
  })
  const before = contentOf(path)
  const opened = await openTestAccount(made)
  expect(opened.openedAtStart).toBe(1)
  await expectAside(opened, id, { state: 'keyMissing', error: 'FileKeyMissing' })
  await opened.close()
  expect(contentOf(path)).toBe(before)
  good.forEach((text, index) => writeFileSync(keyrings[index] ?? '', text, 'latin1'))
  const healed = await openTestAccount(made)
  expectOk(await healed.account.clients.edit(id, 'client.update', industry('Healed')))
})

test('[STORE-40] a file of a newer version is refused politely and not written to', async () => {
  const made = await makeAccount(3)
  const { id, path } = placeOf(made)
  const keys = await openTestAccount(made)
  const [key] = keys.keyring.keysOf(tenantKeyName(id))
  const database = openEncryptedDatabase({ path, key: Buffer.from(key ?? []), mustExist: true })
  database.pragma('user_version = 99')
  database.close()
  await keys.close()
  const before = contentOf(path)
  const opened = await openTestAccount(made)
  await expectAside(opened, id, { state: 'newerVersion', error: 'NewerVersion' })
  await opened.close()
  expect(contentOf(path)).toBe(before)
  expect(siblingsOf(path)).toEqual([])
})

test('[STORE-42] rot that nobody could see from outside is found when the file is read, and the client is set aside then', async () => {
  const made = await makeAccount(3)
  const { id, path } = placeOf(made)
  keepingTimes(path, () => {
    for (let offset = 4096 + 50; offset < statSync(path).size; offset += 4096) flipBit(path, offset)
  })
  const before = contentOf(path)
  const opened = await openTestAccount(made)
  expect(opened.openedAtStart).toBe(0)
  expect(expectOk(opened.account.clients.get(id)).fileState).toBe('ok')
  expect(expectError(await opened.account.clients.edit(id, 'client.update', industry('Food'))).type).toBe('FileDamaged')
  await expectAside(opened, id, { state: 'damaged', error: 'FileDamaged' })
  await opened.close()
  expect(contentOf(path)).toBe(before)
})

test('[STORE-42] rot in the log alone is found by the edit that reads it', async () => {
  const made = await makeAccount(3)
  const { id, path } = placeOf(made)
  const before = await openTestAccount(made)
  const [key] = before.keyring.keysOf(tenantKeyName(id))
  const database = openEncryptedDatabase({ path, key: Buffer.from(key ?? []), mustExist: true })
  const page = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'doc_update'").pluck().get() as number
  database.close()
  await before.close()
  keepingTimes(path, () => flipBit(path, (page - 1) * 4096 + 50))
  const opened = await openTestAccount(made)
  expect(opened.openedAtStart).toBe(0)
  expect(opened.account.clients.listContacts(id).ok).toBe(true)
  expect(expectError(await opened.account.clients.edit(id, 'client.update', industry('Food'))).type).toBe('FileDamaged')
  await expectAside(opened, id, { state: 'damaged', error: 'FileDamaged' })
})

test('[STORE-40] wherever one bit is flipped, the file works as before or the client is kept aside; nothing else happens', async () => {
  const made = await makeAccount(2)
  const { id, path } = placeOf(made)
  const good = readFileSync(path)
  const random = createSeededRandom(11)
  let aside = 0
  for (let round = 0; round < 40; round++) {
    writeFileSync(path, good)
    const offset = random.below(good.length)
    flipBit(path, offset, random.below(8))
    const harmed = contentOf(path)
    const opened = await openTestAccount(made)
    const { fileState, name } = expectOk(opened.account.clients.get(id))
    const contacts = opened.account.clients.listContacts(id)
    await opened.close()
    expect(name).toBe('Client 0001')
    expect(contacts.ok ? 'ok' : 'damaged', `bit at ${offset}`).toBe(fileState)
    expect(contentOf(path)).toBe(harmed)
    if (fileState === 'damaged') aside++
  }
  expect(aside).toBeGreaterThan(20)
})

const isRoot = process.geteuid?.() === 0
const ordinaryUser = 65_534

/** Rights do not bind root: as root, the account belongs to another user, who then works on it. */
const asOrdinaryUser = async (made: Made, work: () => Promise<void>): Promise<void> => {
  if (!isRoot) return work()
  for (const file of [dirname(made.dataDir), made.dataDir, ...everythingBelow(made.dataDir)])
    chownSync(file, ordinaryUser, ordinaryUser)
  process.seteuid?.(ordinaryUser)
  try {
    await work()
  } finally {
    process.seteuid?.(0)
  }
}

describe.skipIf(process.platform === 'win32')('a file that cannot be written', () => {
  const editRefused = async (opened: OpenAccount, id: string) =>
    expectError(await opened.account.clients.edit(id, 'client.update', industry('Food'))).type

  test('[STORE-45] can be looked at; an edit is refused in words until its rights are back, and the client is not called damaged', async () => {
    const made = await makeAccount(2)
    const { id, path } = placeOf(made)
    await asOrdinaryUser(made, async () => {
      chmodSync(path, 0o400)
      const opened = await openTestAccount(made)
      expect(await editRefused(opened, id)).toBe('ReadOnly')
      expect(opened.account.clients.listContacts(id).ok).toBe(true)
      expect(expectOk(opened.account.clients.get(id)).fileState).toBe('ok')
      for (const file of [path, ...siblingsOf(path).map((end) => path + end)]) chmodSync(file, 0o600)
      expectOk(await opened.account.clients.edit(id, 'client.update', industry('Food')))
      await opened.close()
    })
  })

  test('[STORE-45] nor when it cannot even be read', async () => {
    const made = await makeAccount(2)
    const { id, path } = placeOf(made)
    await asOrdinaryUser(made, async () => {
      chmodSync(path, 0o000)
      const opened = await openTestAccount(made)
      expect(await editRefused(opened, id)).toBe('ReadOnly')
      expect(expectOk(opened.account.clients.get(id)).fileState).toBe('ok')
      await opened.close()
    })
  })

  test('[STORE-45] with its rights back, the next edit works', async () => {
    const made = await makeAccount(2)
    const { id } = placeOf(made)
    const { tenants } = accountPaths(made.dataDir, made.accountId)
    await asOrdinaryUser(made, async () => {
      chmodSync(tenants, 0o500)
      const opened = await openTestAccount(made)
      expect(await editRefused(opened, id)).toBe('ReadOnly')
      chmodSync(tenants, 0o700)
      expectOk(await opened.account.clients.edit(id, 'client.update', industry('Food')))
      await opened.close()
    })
  })
})

const everythingBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))

describe('the portfolio', () => {
  test.each([
    ['cut to nothing', (path: string) => truncateTo(path, () => 0)],
    ['cut to its half', (path: string) => truncateTo(path, (size) => Math.floor(size / 2))],
    ['with a flipped bit', (path: string) => flipBit(path, 700)],
    ['missing', (path: string) => rmSync(path)],
  ] as const)(
    '[STORE-43] %s is reported as what it is, nothing is written, and put back it works',
    async (_what, harm) => {
      const made = await makeAccount(2)
      const paths = accountPaths(made.dataDir, made.accountId)
      const backup = `${made.dataDir}/backup`
      copyFileSync(paths.portfolio, backup)
      harm(paths.portfolio)
      const harmed = contentOf(paths.portfolio)
      const tenants = made.ids.map((id) => contentOf(paths.tenant(id)))
      expect(expectError(await tryOpenTestAccount(made)).type).toBe('PortfolioDamaged')
      expect(contentOf(paths.portfolio)).toBe(harmed)
      expect(siblingsOf(paths.portfolio)).toEqual([])
      expect(made.ids.map((id) => contentOf(paths.tenant(id)))).toEqual(tenants)
      renameSync(backup, paths.portfolio)
      const opened = await openTestAccount(made)
      expect(opened.account.clients.list({}).total).toBe(2)
    },
  )
})
