/**
 * The Clients list from the read model: one page and the total. Statements and totals are kept, because a screen asks
 * for the same list again with every page and every change: its page alone took 0.15 of 1.8 ms, the total the rest.
 */
import type { ClientPage } from '#api/engine.ts'
import type { ClientQuery } from '#api/queries.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { compileClientList } from './client-list-sql.ts'
import { toClientRow, type StoredClientRow } from './client-row-table.ts'

export const listClients = (database: EncryptedDatabase, query: ClientQuery): ClientPage => {
  const list = findList(database, query)
  return { items: list.page().map(toClientRow), total: list.total() }
}

type ClientList = { readonly page: () => readonly StoredClientRow[]; readonly total: () => number }
type Lists = { readonly byQuery: Map<string, ClientList>; readonly countChanges: () => number }

const listsOf = new WeakMap<EncryptedDatabase, Lists>()
const mostKept = 100

const findList = (database: EncryptedDatabase, query: ClientQuery): ClientList => {
  const lists = listsOf.get(database) ?? keepLists(database)
  const key = JSON.stringify(query)
  const known = lists.byQuery.get(key)
  if (known !== undefined) return known
  const list = prepareList(database, query, lists.countChanges)
  lists.byQuery.set(key, list)
  const oldest = lists.byQuery.size > mostKept ? lists.byQuery.keys().next().value : undefined
  if (oldest !== undefined) lists.byQuery.delete(oldest)
  return list
}

const keepLists = (database: EncryptedDatabase): Lists => {
  const changes = database.prepare('SELECT total_changes()').pluck()
  const lists: Lists = { byQuery: new Map(), countChanges: () => changes.get() as number }
  listsOf.set(database, lists)
  return lists
}

/** The total is counted again after any change to the file, whatever it changed. */
const prepareList = (database: EncryptedDatabase, query: ClientQuery, countChanges: () => number): ClientList => {
  const { page, count } = compileClientList(query)
  const selectPage = database.prepare(page.sql).bind(...page.parameters)
  const selectTotal = database
    .prepare(count.sql)
    .bind(...count.parameters)
    .pluck()
  let counted: { readonly total: number; readonly after: number } | undefined
  return {
    page: () => selectPage.all() as readonly StoredClientRow[],
    total() {
      const after = countChanges()
      if (counted?.after !== after) counted = { total: selectTotal.get() as number, after }
      return counted.total
    },
  }
}
