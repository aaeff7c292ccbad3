/** Folders for tests, gone when the test is over. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const temporaryFolder = (): string => untilTestEnds(folderIn(tmpdir()))

/** For many small files and commits: on a file system in memory where the machine has one. */
export const quickFolder = (): string => untilTestEnds(lastingFolder())

/** Outlives the test: whoever makes it removes it. */
export const lastingFolder = (): string => folderIn(existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

const folderIn = (parent: string): string => mkdtempSync(join(parent, 'securatlas-test-'))

const untilTestEnds = (folder: string): string => {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The folder as a crash now would leave it: a copy with its times to the nanosecond, which Node's own copy does not keep. */
export const asAfterCrash = (folder: string): string => {
  const copy = join(quickFolder(), 'copy')
  execFileSync('cp', ['-a', folder, copy])
  return copy
}
