/** What the Clients list can be narrowed to: the industries and tags that its clients have, each with its count. */
import type { ClientFilterValues } from '#api/engine.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

/** Archived clients are left out; prospects are not. */
export const listFilterValues = (database: EncryptedDatabase): ClientFilterValues => ({
  industries: database.prepare(countByIndustry).all() as ClientFilterValues['industries'],
  tags: database.prepare(countByTag).all() as ClientFilterValues['tags'],
})

const countByIndustry = `
SELECT industry AS value, count(*) AS count FROM client_row
WHERE archived_at IS NULL AND industry IS NOT NULL GROUP BY industry ORDER BY industry COLLATE NOCASE, industry`
const countByTag = `
SELECT one.value AS value, count(*) AS count FROM client_row, json_each(client_row.tags) AS one
WHERE archived_at IS NULL GROUP BY one.value ORDER BY one.value COLLATE NOCASE, one.value`
