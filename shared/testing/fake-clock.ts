/** A clock that stands until a test moves it. */
import type { Clock } from '#engine/ports.ts'

export type FakeClock = Clock & {
  advance(milliseconds: number): void
  set(instant: string): void
}

export const fakeClock = (start = '2026-03-02T09:00:00.000Z'): FakeClock => {
  let now = Date.parse(start)
  return {
    now: () => now,
    advance(milliseconds) {
      now += milliseconds
    },
    set(instant) {
      now = Date.parse(instant)
    },
  }
}

export const day = 86_400_000
