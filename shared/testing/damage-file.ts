/** What disks and people do to files. */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'

/** Turns one bit over. */
export const flipBit = (path: string, offset: number, bit = 0): void => {
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit)
  writeFileSync(path, bytes)
}

export const truncateTo = (path: string, share: (size: number) => number): void =>
  truncateSync(path, share(statSync(path).size))

/** As rot does it: nothing seen from outside changes. Node's own `utimes` is not as exact as the file system. */
export const keepingTimes = (path: string, damage: () => void): void => {
  const times = `${path}.times`
  execFileSync('cp', ['-a', path, times])
  damage()
  execFileSync('touch', ['-r', times, path])
  rmSync(times)
}
