/** What disks and people do to files. */
import { readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'

/** Turns one bit over. */
export const flipBit = (path: string, offset: number, bit = 0): void => {
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}

export const truncateTo = (path: string, share: (size: number) => number): void =>
  truncateSync(path, share(statSync(path).size))

/** As rot does it: nothing seen from outside changes. */
export const keepingTimes = (path: string, damage: () => void): void => {
  const { atime, mtime } = statSync(path)
  damage()
  utimesSync(path, atime, mtime)
}
