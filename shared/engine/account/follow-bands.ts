/**
 * Keeps the band of every row where the practice's table puts it: when the table changes, by an edit, an undo or another
 * device, the rows with a score are looked up again as a job, a slice at a time. What a crash or a cancel leaves undone
 * is done at the next start, because the table that the rows follow is noted only when all of them do.
 */
import type { EngineError } from '#api/errors.ts'
import { withThresholds, type ClientRow } from '#domain/projection/client-row.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { formatThresholds, standardThresholds } from '#domain/scoring/band-thresholds.ts'
import { createGiveWay } from '../jobs/give-way.ts'
import type { JobBoard, JobControl } from '../jobs/job-board.ts'
import { clientRowValues, toClientRow, upsertClientRow, type StoredClientRow } from '../portfolio/client-row-table.ts'
import type { AccountParts } from './account-parts.ts'

/** Rows of one transaction: a few milliseconds. */
const sliceSize = 200
const followedKey = 'bandsOfRows'

export const createBandFollower = (parts: AccountParts, jobs: Pick<JobBoard, 'start'>): (() => void) => {
  const { database, statements } = parts.portfolio
  const selectSlice = database.prepare(
    'SELECT * FROM client_row WHERE score IS NOT NULL AND id > ? ORDER BY id LIMIT ?',
  )
  const countScored = database.prepare('SELECT count(*) FROM client_row WHERE score IS NOT NULL').pluck()
  const upsert = database.prepare(upsertClientRow)
  const saveRows = database.transaction((rows: readonly ClientRow[]) =>
    rows.forEach((row) => upsert.run(...clientRowValues(row))),
  )
  const wanted = (): string => formatThresholds(parts.bandThresholds())
  const followed = (): string => statements.getMeta.get(followedKey) ?? formatThresholds(standardThresholds)
  let isRunning = false

  /** Rows whose band was another, in one slice after the id; undefined after the last one. */
  const moveSlice = (after: string): { readonly last: string; readonly seen: number } | undefined => {
    const rows = (selectSlice.all(after, sliceSize) as readonly StoredClientRow[]).map(toClientRow)
    const last = rows.at(-1)
    if (last === undefined) return undefined
    const thresholds = parts.bandThresholds()
    const moved = rows.map((row) => withThresholds(row, thresholds)).filter((row, at) => row.band !== rows[at]?.band)
    if (moved.length > 0) saveRows.immediate(moved)
    return { last: last.id, seen: rows.length }
  }
  const moveAll = async ({ signal, report }: JobControl): Promise<Result<void, EngineError>> => {
    const giveWay = createGiveWay()
    const total = countScored.get() as number
    while (followed() !== wanted()) {
      const goal = wanted()
      let done = 0
      for (let slice = moveSlice(''); slice !== undefined; slice = moveSlice(slice.last)) {
        done += slice.seen
        report(Math.min(done, total), total)
        await giveWay()
        if (signal.aborted) return err({ type: 'Cancelled' })
      }
      // Changed meanwhile: once more, from the first row on.
      if (wanted() === goal) statements.setMeta.run(followedKey, goal)
    }
    parts.emit({ type: 'portfolioChanged', accountId: parts.accountId, clientIds: null })
    return ok(undefined)
  }
  return () => {
    if (isRunning || followed() === wanted()) return
    if (countScored.get() === 0) {
      statements.setMeta.run(followedKey, wanted())
      return
    }
    isRunning = true
    jobs.start('applyBands', (control) => moveAll(control).finally(() => (isRunning = false)))
  }
}
