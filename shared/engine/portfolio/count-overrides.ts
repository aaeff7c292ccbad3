/** How many clients decide a setting for themselves; archived ones are left out. */
import type { OverrideCounts } from '#api/engine.ts'
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export const countOverrides = (database: EncryptedDatabase): OverrideCounts => {
  const rows = database.prepare(countBySetting).all() as readonly { setting: string; count: number }[]
  return Object.fromEntries(rows.map(({ setting, count }) => [setting, count]))
}

const countBySetting = `
SELECT one.value AS setting, count(*) AS count FROM client_row, json_each(client_row.overrides) AS one
WHERE archived_at IS NULL GROUP BY one.value ORDER BY one.value`
