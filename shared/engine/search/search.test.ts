import { expect, test } from 'vitest'
import { expectOk } from '#testing/expect-result.ts'
import { jobEnd } from '#testing/create-test-engine.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import type { SearchQuery } from '#api/search.ts'
import type { OpenAccount } from '../account/open-account.ts'
import { portfolioMigrations } from '../portfolio/portfolio-migrations.ts'
import { migrateDatabase } from '../sqlite/migrations.ts'
import { openEncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { quickFolder } from '#testing/temporary-folder.ts'

type Contact = { readonly name: string; readonly title?: string; readonly email?: string; readonly phone?: string }

const start = async (clients = 3) => {
  const made = await makeAccount(clients)
  const opened = await openTestAccount(made)
  return { made, opened, ids: made.ids }
}
const addContact = async ({ account }: OpenAccount, clientId: string, contact: Contact): Promise<string> => {
  const { changes } = expectOk(await account.clients.edit(clientId, 'contact.add', contact))
  return changes[0]?.id ?? ''
}
/** Rows are refreshed within a moment; closing a file refreshes its own at once. */
const settle = async (opened: OpenAccount): Promise<void> => {
  await expect.poll(() => opened.parts.tenants.listDirty().every((id) => isIndexed(opened, id))).toBe(true)
}
const isIndexed = ({ parts, account }: OpenAccount, id: string): boolean =>
  parts.tenants.search.list(id).length === expectOk(account.clients.listContacts(id)).length
const titles = ({ account }: OpenAccount, query: SearchQuery): readonly string[] =>
  account.search(query).records.map(({ title }) => title)

test('[SEARCH-1] a record is found across clients by beginnings of its words, in any order, case and accents aside', async () => {
  const { opened, ids } = await start()
  const [first = '', second = ''] = ids
  await addContact(opened, first, { name: 'Zoë Müller', title: 'Head of IT', email: 'zoe@biogen.example' })
  await addContact(opened, second, { name: 'Max Müllerová', phone: '+49 151 2345' })
  await settle(opened)
  expect(titles(opened, { text: 'muller' }).toSorted()).toEqual(['Max Müllerová', 'Zoë Müller'])
  for (const text of ['mull ZOE', 'zoe@bio', 'head of', 'ZOË'])
    expect([text, titles(opened, { text })]).toEqual([text, ['Zoë Müller']])
  expect(titles(opened, { text: '2345' })).toEqual(['Max Müllerová'])
  for (const text of ['üller', 'z', '', '"', '*', "' OR 1", 'NEAR('])
    expect([text, titles(opened, { text })]).toEqual([text, []])
  expect(titles(opened, { text: 'mull', clientId: second })).toEqual(['Max Müllerová'])
  expect(opened.account.search({ text: 'mull zoe' }).records).toMatchObject([
    {
      entity: 'contact',
      clientId: first,
      clientName: 'Client 0000',
      detail: 'Head of IT',
      isPerson: true,
      isArchived: false,
    },
  ])
})

test('[SEARCH-2] a hit follows its record: changed, put in the trash, restored', async () => {
  const { opened, ids } = await start(1)
  const [clientId = ''] = ids
  const id = await addContact(opened, clientId, { name: 'Ada Lovelace' })
  await expect.poll(() => titles(opened, { text: 'ada' })).toEqual(['Ada Lovelace'])
  expectOk(await opened.account.clients.edit(clientId, 'contact.update', { id, name: 'Grace Hopper' }))
  await expect
    .poll(() => [titles(opened, { text: 'ada' }), titles(opened, { text: 'hop' })])
    .toEqual([[], ['Grace Hopper']])
  expectOk(await opened.account.clients.edit(clientId, 'record.delete', { entity: 'contact', id }))
  await expect.poll(() => titles(opened, { text: 'hop' })).toEqual([])
  expectOk(await opened.account.clients.edit(clientId, 'record.restore', { entity: 'contact', id }))
  await expect.poll(() => titles(opened, { text: 'hop' })).toEqual(['Grace Hopper'])
})

test('[SEARCH-3] archived clients and their records are marked and come last, however well they fit', async () => {
  const { opened, ids } = await start(2)
  const [archived = '', other = ''] = ids
  await addContact(opened, archived, { name: 'Audit' })
  await addContact(opened, other, { name: 'Internal audit and a long name besides' })
  expectOk(await opened.account.clients.edit(archived, 'client.archive', {}))
  await settle(opened)
  await expect
    .poll(() =>
      opened.account.search({ text: 'audit' }).records.map(({ clientId, isArchived }) => [clientId, isArchived]),
    )
    .toEqual([
      [other, false],
      [archived, true],
    ])
  const { clients } = opened.account.search({ text: 'client 0' })
  expect(clients.map(({ name, archivedAt }) => [name, archivedAt !== null])).toEqual([
    ['Client 0001', false],
    ['Client 0000', true],
  ])
})

test('[SEARCH-4] what a role may not read it does not find', async () => {
  const { opened, ids } = await start(1)
  const { database } = opened.parts.portfolio
  await addContact(opened, ids[0] ?? '', { name: 'Ada Lovelace' })
  await expect.poll(() => titles(opened, { text: 'ada' })).toEqual(['Ada Lovelace'])
  const { search } = opened.parts.tenants
  // Every role may read the profile; what is internal, the practice alone.
  database.exec("UPDATE search_item SET kind = 'internal'")
  search.mendWords()
  expect(titles(opened, { text: 'ada' })).toEqual(['Ada Lovelace'])
  database.exec("UPDATE member SET role = 'manager'")
  expect(titles(opened, { text: 'ada' })).toEqual([])
})

test('[SEARCH-5] clients are found with letters left out; without a text those opened last come first', async () => {
  const { opened, ids } = await start(3)
  const names = (text: string) => opened.account.search({ text }).clients.map(({ name }) => name)
  expect(names('clt 2')).toEqual(['Client 0002'])
  opened.account.setPreferences({ recentClients: [ids[2] ?? '', '00000000-0000-4000-8000-000000000000', ids[1] ?? ''] })
  expect(names('')).toEqual(['Client 0002', 'Client 0001', 'Client 0000'])
})

test('[SEARCH-6] people are contacts and members, and nobody else', async () => {
  const { opened, ids } = await start(1)
  await addContact(opened, ids[0] ?? '', { name: 'Harbor Master' })
  await expect.poll(() => titles(opened, { text: 'harbor', people: true })).toEqual(['Harbor Master'])
  const { members, clients } = opened.account.search({ text: 'harb', people: true })
  expect([members.map(({ name }) => name), clients]).toEqual([['Harbor Security'], []])
})

test('[SEARCH-7] an account from before the index, or with one by other rules, fills it beside everything else', async () => {
  const { made, opened, ids } = await start(3)
  await addContact(opened, ids[1] ?? '', { name: 'Ada Lovelace' })
  await settle(opened)
  opened.parts.portfolio.database.exec("DELETE FROM search_item; UPDATE tenant SET search_version = 'older'")
  await opened.close()
  const again = await openTestAccount(made)
  expect(again.account.search({ text: 'ada' })).toMatchObject({ records: [], isComplete: false })
  const [job] = again.account.jobs.list()
  expect(await jobEnd(again.account, job?.id ?? '')).toMatchObject({
    kind: 'fillSearch',
    state: 'done',
    done: 3,
    total: 3,
  })
  expect(again.account.search({ text: 'ada' })).toMatchObject({
    records: [{ title: 'Ada Lovelace' }],
    isComplete: true,
  })
  await again.close()
  expect((await openTestAccount(made)).account.jobs.list()).toEqual([])
})

test('[SEARCH-7] a portfolio from before the search gets an empty index', () => {
  const key = new Uint8Array(32).fill(1)
  const database = openEncryptedDatabase({ path: `${quickFolder()}/portfolio.sqlite`, key })
  migrateDatabase(database, portfolioMigrations.slice(0, 2))
  database.exec("INSERT INTO tenant (id, state) VALUES ('t', 'live')")
  expectOk(migrateDatabase(database, portfolioMigrations))
  expect(database.prepare('SELECT search_version FROM tenant').pluck().all()).toEqual([null])
  expect(database.prepare('SELECT count(*) FROM search_item').pluck().get()).toBe(0)
  database.close()
})

test.for([
  ['a record that is not that of its file', "UPDATE search_item SET title = 'Other'"],
  ['a record that is missing', 'DELETE FROM search_item'],
  ['a record without its words', 'DELETE FROM search_words'],
])('[SEARCH-8] the doctor reports %s and makes it right', async ([_what, damage]) => {
  const { opened, ids } = await start(2)
  await addContact(opened, ids[0] ?? '', { name: 'Ada Lovelace' })
  await expect.poll(() => titles(opened, { text: 'ada' })).toEqual(['Ada Lovelace'])
  await expect.poll(() => opened.parts.tenants.listDirty(), { timeout: 6000 }).toEqual([])
  const doctor = async () => (await jobEnd(opened.account, opened.account.startDoctor().jobId)).result
  expect(await doctor()).toMatchObject({ clean: true })
  opened.parts.portfolio.database.exec(damage ?? '')
  expect(await doctor()).toMatchObject({ clean: false, problems: [{ check: 'search' }] })
  expect(titles(opened, { text: 'ada' })).toEqual(['Ada Lovelace'])
  expect(await doctor()).toMatchObject({ clean: true })
})

test('[SEARCH-9] a client that leaves the portfolio takes its records out of the index', async () => {
  const { opened, ids } = await start(2)
  const { database } = opened.parts.portfolio
  for (const id of ids) await addContact(opened, id, { name: 'Ada Lovelace' })
  await expect.poll(() => titles(opened, { text: 'ada' })).toHaveLength(2)
  database.prepare('DELETE FROM client_row WHERE id = ?').run(ids[0])
  expect(database.prepare('SELECT count(*) FROM search_item').pluck().get()).toBe(1)
  expect(database.prepare('SELECT count(*) FROM search_words_docsize').pluck().get()).toBe(1)
})
