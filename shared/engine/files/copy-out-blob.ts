/** Writes a stored file to a place outside: under a temporary name beside it first, so that a wrong copy never has the name. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { err, type Result } from '#domain/result.ts'
import { takeTurn } from '../workers/serve-conversations.ts'
import { hasCode, type FileError } from './file-errors.ts'
import type { FilesProgress, StoredFile } from './files-protocol.ts'
import { findStoredFile, readBlob } from './read-blob.ts'
import type { Sibling } from './open-sibling.ts'

export type CopyOptions = {
  readonly sha256: string
  /** Replaced when it is there. */
  readonly target: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: FilesProgress) => void
}

export const copyOutBlob = async (sibling: Sibling, options: CopyOptions): Promise<Result<StoredFile, FileError>> => {
  const temporary = `${options.target}.${randomUUID()}.part`
  let handle: FileHandle | undefined
  try {
    const file = findStoredFile(sibling, options.sha256)
    if (file === undefined) return err({ type: 'FileNotFound', sha256: options.sha256 })
    handle = await open(temporary, 'wx', 0o600)
    const copied = await writeBlob(sibling, handle, { ...options, size: file.size })
    if (!copied.ok) return copied
    await handle.sync()
    await handle.close()
    await rename(temporary, options.target)
    return copied
  } catch (error) {
    if (!hasCode(error) || error.code.startsWith('SQLITE')) throw error
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return err({ type: 'DiskFull' })
    return err({ type: 'TargetUnwritable', path: options.target, code: error.code })
  } finally {
    await handle?.close()
    if (handle !== undefined) await rm(temporary, { force: true })
  }
}

const writeBlob = async (
  sibling: Sibling,
  handle: FileHandle,
  { sha256, signal, onProgress, size }: CopyOptions & { readonly size: number },
): Promise<Result<StoredFile, FileError>> => {
  const chunks = readBlob(sibling, sha256)
  let done = 0
  for (;;) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const step = chunks.next()
    if (step.done === true) return step.value
    await handle.writeFile(step.value)
    done += step.value.length
    onProgress({ done, total: size })
    await takeTurn()
  }
}
