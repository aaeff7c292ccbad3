/**
 * The time by which evidence expires: the highest that this account has ever seen. A clock that is turned back gains
 * nothing, not even over a restart.
 */
import type { Log } from '../log/open-log.ts'
import type { Clock } from '../ports.ts'

const highestKey = 'highestTime'
/** Milliseconds: noting it is a durable commit, and a day is long. */
const notedEvery = 600_000

/** Milliseconds since 1970. */
export const createHighestTime = ({ statements }: Pick<Log, 'statements'>, clock: Clock): (() => number) => {
  let noted = Number(statements.getMeta.get(highestKey) ?? 0)
  let highest = noted
  return () => {
    highest = Math.max(highest, clock.now())
    if (highest - noted < notedEvery) return highest
    try {
      statements.setMeta.run(highestKey, String(highest))
      noted = highest
    } catch {
      // A full disk keeps nobody from reading; it is noted when there is room again.
    }
    return highest
  }
}

/** The date in the time zone, YYYY-MM-DD; in UTC where the machine does not know the zone. */
export const dayIn = (timeZone: string, milliseconds: number): string => {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(milliseconds)
  } catch {
    return new Date(milliseconds).toISOString().slice(0, 10)
  }
}
