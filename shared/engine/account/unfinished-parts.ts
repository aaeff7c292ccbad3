/**
 * Files that are being written outside the data folder, noted in the encrypted portfolio, because a path can tell a name:
 * what a crash left of them is removed at the next start.
 */
import { rm } from 'node:fs/promises'
import type { Log } from '../log/open-log.ts'

const prefix = 'part/'

/** Once, before the file is begun. Returns what forgets it again. */
export const notePart = ({ database }: Log, path: string): (() => void) => {
  const key = `${prefix}${path}`
  database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, path)
  return () => void database.prepare('DELETE FROM meta WHERE key = ?').run(key)
}

/** A place that is not there today (a stick) is tried again at the next start. */
export const removeParts = async ({ database }: Log): Promise<void> => {
  const noted = database.prepare('SELECT key, value FROM meta WHERE key LIKE ?').all(`${prefix}%`) as readonly {
    readonly key: string
    readonly value: string
  }[]
  for (const { key, value } of noted) {
    const isGone = await rm(value, { force: true }).then(
      () => true,
      () => false,
    )
    if (isGone) database.prepare('DELETE FROM meta WHERE key = ?').run(key)
  }
}
