/** Ids that count up, so that a failing test names the same ones every time; bytes that are really random, as keys must be. */
import { randomBytes } from 'node:crypto'
import type { Random } from '#engine/ports.ts'

/** `series` keeps the ids of two devices apart. */
export const fakeRandom = (series = 1): Random => {
  let last = 0
  return {
    id: () => `00000000-0000-7000-8000-${hex(series, 4)}${hex(++last, 8)}`,
    bytes: (length) => randomBytes(length),
  }
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')
