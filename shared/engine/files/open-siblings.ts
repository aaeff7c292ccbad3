/** The siblings that the files worker holds open, and what is under way in each, so that a close can wait for it. */
import { existsSync } from 'node:fs'
import { ok, type Result } from '#domain/result.ts'
import type { FileError } from './file-errors.ts'
import type { SiblingAddress } from './files-protocol.ts'
import { openSibling, type Sibling } from './open-sibling.ts'

export type OpenSiblings = {
  /** Undefined when there is none: a tenant without files has no sibling. */
  find(address: SiblingAddress): Result<Sibling | undefined, FileError>
  findOrCreate(address: SiblingAddress): Result<Sibling, FileError>
  /** Notes work on a sibling until it has settled. */
  track(path: string, work: Promise<unknown>): void
  /** Waits for the work on it. */
  close(path: string): Promise<void>
  closeAll(): void
}

export const createOpenSiblings = (): OpenSiblings => {
  const siblings = new Map<string, Sibling>()
  const workByPath = new Map<string, Set<Promise<unknown>>>()

  const findOrCreate = (address: SiblingAddress): Result<Sibling, FileError> => {
    const open = siblings.get(address.path)
    if (open !== undefined) return ok(open)
    const opened = openSibling(address)
    if (opened.ok) siblings.set(address.path, opened.value)
    return opened
  }

  return {
    find: (address) => (siblings.has(address.path) || existsSync(address.path) ? findOrCreate(address) : ok(undefined)),
    findOrCreate,
    track: (path, work) => {
      const underWay = workByPath.get(path) ?? new Set()
      workByPath.set(path, underWay.add(work))
      const forget = (): void => void underWay.delete(work)
      work.then(forget, forget)
    },
    close: async (path) => {
      await Promise.allSettled([...(workByPath.get(path) ?? [])])
      workByPath.delete(path)
      siblings.get(path)?.database.close()
      siblings.delete(path)
    },
    closeAll: () => {
      for (const { database } of siblings.values()) database.close()
      siblings.clear()
    },
  }
}
