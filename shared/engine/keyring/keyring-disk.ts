/**
 * The keyring on disk, twice: `keyring` and `keyring-copy` with the same bytes. Appends go to both and are undone when
 * either fails; a new text is written aside, synced and renamed, the copy after the keyring.
 */
import { constants } from 'node:fs'
import { type FileHandle, chmod, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Result, err, ok } from '#domain/result.ts'
import { type WriteFailure, fileErrorCode, writeFailure } from './keyring-errors.ts'

const keyringFileName = 'keyring'
const keyringCopyName = 'keyring-copy'

const fileNames = [keyringFileName, keyringCopyName] as const

export type FileReading =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'missing' }
  | { readonly type: 'unreadable'; readonly code: string }

export const makeAccountFolder = async (folder: string): Promise<Result<undefined, WriteFailure>> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    return ok(undefined)
  } catch (error) {
    return err(writeFailure(error))
  }
}

export const readKeyringFiles = async (
  folder: string,
): Promise<{ readonly keyring: FileReading; readonly copy: FileReading }> => ({
  keyring: await readOne(join(folder, keyringFileName)),
  copy: await readOne(join(folder, keyringCopyName)),
})

/**
 * Adds the text to both files, on disk when it returns. `false` when a file is not exactly `length` bytes long, so that
 * something else has happened to it: then nothing is written and both want replacing.
 */
export const appendToBoth = async (
  folder: string,
  length: number,
  text: string,
): Promise<Result<boolean, WriteFailure>> => {
  const handles: FileHandle[] = []
  try {
    for (const name of fileNames) {
      const handle = await open(join(folder, name), constants.O_WRONLY | constants.O_APPEND)
      handles.push(handle)
      if ((await handle.stat()).size !== length) return ok(false)
    }
    for (const handle of handles) {
      await handle.appendFile(text, 'latin1')
      await handle.datasync()
    }
    return ok(true)
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return ok(false)
    // Should undoing fail as well, the lengths no longer fit and the next write replaces both files.
    await Promise.allSettled(handles.map((handle) => handle.truncate(length)))
    return err(writeFailure(error))
  } finally {
    await Promise.allSettled(handles.map((handle) => handle.close()))
  }
}

/** `isReplaced` tells whether the keyring itself is the new one already, so that only its copy is behind. */
export type ReplaceFailure = { readonly failure: WriteFailure; readonly isReplaced: boolean }

export const replaceBoth = async (folder: string, text: string): Promise<Result<undefined, ReplaceFailure>> => {
  let isReplaced = false
  try {
    // Both are written before either is renamed: a full disk then changes nothing.
    for (const name of fileNames) await writeAside(join(folder, name), text)
    await rename(asidePath(join(folder, keyringFileName)), join(folder, keyringFileName))
    isReplaced = true
    await rename(asidePath(join(folder, keyringCopyName)), join(folder, keyringCopyName))
    await syncFolder(folder)
    return ok(undefined)
  } catch (error) {
    const failure = writeFailure(error)
    await removeLeftovers(folder)
    return err({ failure, isReplaced })
  }
}

/** Half-written files of a crash may hold keys that were destroyed later. */
export const removeLeftovers = async (folder: string): Promise<void> => {
  await Promise.allSettled(fileNames.map((name) => rm(asidePath(join(folder, name)), { force: true })))
}

const asidePath = (path: string): string => `${path}.new`

const writeAside = async (path: string, text: string): Promise<void> => {
  await rm(asidePath(path), { force: true })
  const handle = await open(asidePath(path), 'wx', 0o600)
  try {
    await handle.writeFile(text, 'latin1')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, constants.O_RDONLY)
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    // Windows opens no folder as a file, and there NTFS orders the rename itself.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(fileErrorCode(error))) throw error
  }
}

const readOne = async (path: string): Promise<FileReading> => {
  try {
    // Latin-1 keeps every byte, so a damaged line can be written back as it was found.
    return { type: 'text', text: await readFile(path, 'latin1') }
  } catch (error) {
    const code = fileErrorCode(error)
    return code === 'ENOENT' ? { type: 'missing' } : { type: 'unreadable', code }
  }
}
