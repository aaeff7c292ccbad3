/** A disk that is soon full: a file system in memory of a fixed size. Mounting one takes root on Linux. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

export const canMount = process.platform === 'linux' && process.geteuid?.() === 0

export type SmallDisk = {
  readonly folder: string
  /** Takes all the room that is left, but for so many bytes. */
  fill(leaving?: number): void
  /** Gives the room back. */
  empty(): void
}

export const smallDisk = (size: string): SmallDisk => {
  const folder = temporaryFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  const fillers = ['filler-a', 'filler-b'].map((name) => join(folder, name))
  return {
    folder,
    fill(leaving = 0) {
      const [large = '', small = ''] = fillers
      writeFileSync(small, Buffer.alloc(leaving))
      writeUntilFull(large)
      rmSync(small)
    },
    empty: () => fillers.forEach((path) => rmSync(path, { force: true })),
  }
}

const writeUntilFull = (path: string): void => {
  for (const block of [65_536, 4096]) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(block), { flag: 'a' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
}
