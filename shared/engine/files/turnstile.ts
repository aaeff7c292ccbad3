/** Lets a few through at once and the others wait in the order they came. */
import { err, ok, type Result } from '#domain/result.ts'
import type { Cancelled } from './file-errors.ts'

export type Turnstile = {
  /** Resolves with the function that lets the next one in; it must be called once. */
  enter(signal: AbortSignal): Promise<Result<() => void, Cancelled>>
}

export const createTurnstile = (atOnce: number): Turnstile => {
  const waiting = new Set<() => void>()
  let inside = 0

  /** The place is handed over, not given up and taken again: nobody slips in between. */
  const leave = (): void => {
    const [next] = waiting
    if (next === undefined) inside -= 1
    else next()
  }

  const wait = (signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const settle = (admitted: boolean): void => {
        waiting.delete(admit)
        signal.removeEventListener('abort', giveUp)
        resolve(admitted)
      }
      const admit = (): void => settle(true)
      const giveUp = (): void => settle(false)
      waiting.add(admit)
      signal.addEventListener('abort', giveUp)
    })

  return {
    enter: async (signal) => {
      if (signal.aborted) return err({ type: 'Cancelled' })
      if (inside < atOnce) inside += 1
      else if (!(await wait(signal))) return err({ type: 'Cancelled' })
      return ok(leave)
    },
  }
}
