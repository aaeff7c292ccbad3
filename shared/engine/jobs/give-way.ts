/** For loops that take long: whoever waits for the engine is answered in between. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work in one turn; the promise to screens is 50. */
const longestTurn = 15

/** Awaited once in each pass: ends the turn when it has lasted long. */
export const createGiveWay = (): (() => Promise<void>) => {
  let started = performance.now()
  return async () => {
    if (performance.now() - started < longestTurn) return
    await nextTurn()
    // The first one may come before what arrives from outside and before timers; the second never does.
    await nextTurn()
    started = performance.now()
  }
}
