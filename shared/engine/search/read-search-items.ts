/** What the search finds in one client, from its open file. */
import { searchedEntities, searchItem, type SearchItem, type StoredRecord } from '#domain/search/searched-entities.ts'
import type { Log } from '../log/open-log.ts'

export const readSearchItems = ({ database }: Log): readonly SearchItem[] =>
  searchedEntities.flatMap((searched) => {
    const { entity } = searched
    const records = database.prepare(`SELECT * FROM ${entity.table} ORDER BY id`).all()
    return (records as readonly StoredRecord[]).flatMap((record) => searchItem(searched, record) ?? [])
  })
