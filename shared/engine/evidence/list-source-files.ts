/** The files that a path stands for: itself, or all in the folder and below, without hidden ones and links. */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineError } from '#api/errors.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { hasCode } from '../files/file-errors.ts'

const mostFiles = 1000

export const listSourceFiles = async (path: string): Promise<Result<readonly string[], EngineError>> => {
  try {
    if (!(await stat(path)).isDirectory()) return ok([path])
    const entries = await readdir(path, { withFileTypes: true, recursive: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter(
        (file) =>
          !file
            .slice(path.length)
            .split(/[/\\]/)
            .some((part) => part.startsWith('.')),
      )
      .toSorted()
    if (files.length > mostFiles) return err(unreadable(path, 'TOO_MANY'))
    return files.length === 0 ? err(unreadable(path, 'EMPTY_FOLDER')) : ok(files)
  } catch (error) {
    if (!hasCode(error)) throw error
    return err(unreadable(path, error.code))
  }
}

const unreadable = (name: string, code: string): EngineError => ({ type: 'EvidenceSourceUnreadable', name, code })

/** The first bytes, which tell a program; none where it cannot be read, which the store reports in its own words. */
export const readHead = async (path: string): Promise<Uint8Array> => {
  try {
    if (!(await stat(path)).isFile()) return new Uint8Array()
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!hasCode(error)) throw error
    return new Uint8Array()
  }
}

export const headLength = 16
