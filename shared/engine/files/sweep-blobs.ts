/** Takes out what nothing refers to, and says what is referred to and not there. */
import { err, ok, type Result } from '#domain/result.ts'
import { eraseBlob } from './erase-blob.ts'
import type { FileError } from './file-errors.ts'
import type { SweepReport } from './files-protocol.ts'
import type { Sibling } from './open-sibling.ts'
import { listStoredFiles } from './read-blob.ts'

export type SweepOptions = {
  readonly known: ReadonlySet<string>
  /** Whole files added at this time or later are left alone. */
  readonly addedBefore: number
  readonly signal: AbortSignal
}

export const sweepBlobs = async (
  sibling: Sibling,
  { known, addedBefore, signal }: SweepOptions,
): Promise<Result<SweepReport, FileError>> => {
  const stored = new Set(listStoredFiles(sibling).map(({ sha256 }) => sha256))
  const unfinished = listUnfinished(sibling)
  const unknown = [...stored].filter((sha256) => !known.has(sha256))
  const orphans = unknown.flatMap((sha256) => disown(sibling, sha256, addedBefore) ?? [])

  let stuck = 0
  for (const id of [...unfinished, ...orphans]) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const erased = await eraseBlob(sibling, id)
    if (!erased.ok) return erased
    if (erased.value === 'stuck') stuck += 1
  }
  return ok({
    unfinished: unfinished.length,
    orphans: orphans.length,
    tooYoung: unknown.length - orphans.length,
    stuck,
    missing: [...known].filter((sha256) => !stored.has(sha256)).sort(),
  })
}

const listUnfinished = ({ database, busy }: Sibling): readonly number[] =>
  database
    .prepare<[], number>('SELECT id FROM blob WHERE sha256 IS NULL ORDER BY id')
    .pluck()
    .all()
    .filter((id) => !busy.has(id))

/** Takes the hash away from a file that is old enough; its chunks are rubbish from here on. */
const disown = ({ database }: Sibling, sha256: string, addedBefore: number): number | undefined =>
  database
    .prepare<[string, number], number>('UPDATE blob SET sha256 = NULL WHERE sha256 = ? AND added_at < ? RETURNING id')
    .pluck()
    .get(sha256, addedBefore)
