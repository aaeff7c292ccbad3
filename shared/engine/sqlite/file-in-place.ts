/**
 * Whether an open file is still the one at its path. A folder that was moved, deleted or whose disk is gone keeps its
 * open files writable on most systems: what is written then would be acknowledged and found by nobody.
 */
import { statSync } from 'node:fs'

type Identity = { readonly device: bigint; readonly file: bigint }

/** Code of the error; `storageFailure` knows it. */
export const fileGoneCode = 'FILE_GONE'

/** Called while the file is there. The answer throws when it is there no more; a stat costs microseconds. */
export const watchFileInPlace = (path: string): (() => void) => {
  const opened = identityOf(path)
  return () => {
    const found = identityOf(path)
    if (found !== undefined && found.device === opened?.device && found.file === opened.file) return
    throw Object.assign(new Error('the file is no longer at its path'), { code: fileGoneCode })
  }
}

const identityOf = (path: string): Identity | undefined => {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
    return stats === undefined ? undefined : { device: stats.dev, file: stats.ino }
  } catch {
    // A disk that is gone answers with an error of its own; either way the file is not there.
    return undefined
  }
}
