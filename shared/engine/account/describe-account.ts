/** What can be said of an account that is not open: the ways into it, or why it cannot be opened. */
import { existsSync } from 'node:fs'
import type { AccountSummary } from '#api/account-access.ts'
import type { EngineError } from '#api/errors.ts'
import { accountPaths } from '../data-dir/data-dir-paths.ts'
import { readKeyringHeader } from '../keyring/open-keyring.ts'
import { keyringFailure } from './keyring-failure.ts'
import { findFileStamp, isSameStamp } from './tenant-handles.ts'
import type { FileStamp } from '../portfolio/tenant-registry.ts'

type LockedSummary = Omit<AccountSummary, 'id'>

/** Reads the keyring's first line and looks for the portfolio; neither is proven before a key has opened them. */
const describeLocked = async (dataDir: string, id: string): Promise<LockedSummary> => {
  const { folder, portfolio } = accountPaths(dataDir, id)
  const keyring = await readKeyringHeader(folder)
  if (!keyring.ok) return damaged(keyringFailure(keyring.error))
  if (keyring.value.accountId !== id) {
    return damaged(keyringFailure({ type: 'KeyringDamaged', detail: 'other-account' }))
  }
  if (!existsSync(portfolio)) return damaged({ type: 'PortfolioDamaged', detail: 'FileMissing' })
  return { state: 'locked', ways: keyring.value.slots.filter((slot) => slot !== 'recovery') }
}

const damaged = (problem: EngineError): LockedSummary => ({ state: 'damaged', ways: [], problem })

export type AccountDescriptions = {
  /** Of an account that is not open. */
  describe(id: string): Promise<LockedSummary>
  /** What opening it has shown: it counts until its portfolio looks different from outside. */
  noteOpened(id: string, problem: EngineError | undefined): void
}

const shownByOpening: ReadonlySet<EngineError['type']> = new Set(['PortfolioDamaged', 'NewerVersion'])

export const createAccountDescriptions = (dataDir: string): AccountDescriptions => {
  const found = new Map<string, { readonly problem: EngineError; readonly stamp: FileStamp | undefined }>()
  const stampOf = (id: string): FileStamp | undefined => findFileStamp(accountPaths(dataDir, id).portfolio)
  return {
    async describe(id) {
      const known = found.get(id)
      const stamp = stampOf(id)
      if (known !== undefined && stamp !== undefined && isSameStamp(stamp, known.stamp)) return damaged(known.problem)
      return describeLocked(dataDir, id)
    },
    noteOpened(id, problem) {
      if (problem !== undefined && shownByOpening.has(problem.type)) found.set(id, { problem, stamp: stampOf(id) })
      else found.delete(id)
    },
  }
}
