/** What an unlocked keyring holds in memory, and its two ways to disk: adding lines, or writing the whole text anew. */
import { type Result, err, ok } from '#domain/result.ts'
import type { Random } from '../ports.ts'
import { type KeyLedger, ledgerToLines } from './key-ledger.ts'
import type { KeychainAccess } from './keychain-slot.ts'
import { appendToBoth, replaceBoth } from './keyring-disk.ts'
import type { WriteFailure } from './keyring-errors.ts'
import { type KeyringHeader, writeHeader } from './keyring-header.ts'
import type { ScryptCost } from './passphrase-slot.ts'
import type { AccountKeys } from './wrap-key.ts'

export type KeyringSession = {
  readonly folder: string
  readonly random: Random
  readonly cost: ScryptCost
  readonly access: KeychainAccess
  header: KeyringHeader
  keys: AccountKeys
  ledger: KeyLedger
  /** Of both files, when they are known to be equal and whole; else the next write replaces them. */
  length: number | undefined
}

export type WholeText = {
  readonly header?: KeyringHeader
  readonly keys?: AccountKeys
  readonly ledger?: KeyLedger
  readonly leaveOut?: ReadonlySet<string>
  readonly addLines?: readonly string[]
}

/** `adopt` changes the memory to match, and runs only once the disk holds the lines. */
export const saveLines = async (
  session: KeyringSession,
  lines: readonly string[],
  adopt: () => void,
): Promise<Result<undefined, WriteFailure>> => {
  if (session.length !== undefined) {
    const text = lines.map((line) => `${line}\n`).join('')
    const appended = await appendToBoth(session.folder, session.length, text)
    if (!appended.ok) return appended
    if (appended.value) {
      session.length += text.length
      adopt()
      return ok(undefined)
    }
  }
  return saveWhole(session, { addLines: lines }, adopt)
}

/**
 * Replaces both files by a text of the next generation; what is not given stays as it is. `adopt` also runs when the
 * keyring was replaced and only its copy was not: the memory follows the keyring, and the failure is still told.
 */
export const saveWhole = async (
  session: KeyringSession,
  { addLines = [], leaveOut, ...change }: WholeText,
  adopt: () => void = () => undefined,
): Promise<Result<undefined, WriteFailure>> => {
  const { keys = session.keys, ledger = session.ledger } = change
  const header = { ...(change.header ?? session.header), generation: session.header.generation + 1 }
  const lines = [writeHeader(header, keys.header), ...ledgerToLines(ledger, leaveOut), ...addLines]
  const text = lines.map((line) => `${line}\n`).join('')
  const replaced = await replaceBoth(session.folder, text)
  if (!replaced.ok && !replaced.error.isReplaced) return err(replaced.error.failure)
  session.header = header
  session.keys = keys
  session.ledger = ledger
  session.length = replaced.ok ? text.length : undefined
  ledger.hasReplacedLines = false
  adopt()
  return replaced.ok ? replaced : err(replaced.error.failure)
}
