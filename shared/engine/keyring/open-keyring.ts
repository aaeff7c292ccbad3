/** Opens the keyring of an account, mends it where its two files differ, and reads it while it stays locked. */
import { type Result, ok } from '#domain/result.ts'
import type { Keychain, Random } from '../ports.ts'
import { type KeyringCandidate, chooseKeyringFile } from './choose-keyring-file.ts'
import { ledgerOfLines } from './key-ledger.ts'
import { defaultKeychainDeadlineMs } from './keychain-slot.ts'
import { readKeyringFiles, removeLeftovers } from './keyring-disk.ts'
import type { KeyringError, SlotKind } from './keyring-errors.ts'
import { type KeyringSession, saveWhole } from './keyring-session.ts'
import { mergeLines, parseKeyringText } from './keyring-text.ts'
import { type Keyring, keyringOfSession } from './keyring.ts'
import { type ScryptCost, defaultScryptCost } from './passphrase-slot.ts'
import { type UnlockWith, unlockAccountKey } from './unlock-account-key.ts'

export type OpenKeyringOptions = {
  readonly folder: string
  readonly unlockWith: UnlockWith
  /** Refuses the keyring of another account, where the caller knows whose it must be. */
  readonly accountId?: string | undefined
  readonly keychain?: Keychain | undefined
  readonly random: Random
  /** Of passphrases set from now on. */
  readonly cost?: ScryptCost
  readonly keychainDeadlineMs?: number
}

export const openKeyring = async (options: OpenKeyringOptions): Promise<Result<Keyring, KeyringError>> => {
  const { folder, random, accountId, cost = defaultScryptCost } = options
  const access = { keychain: options.keychain, deadlineMs: options.keychainDeadlineMs ?? defaultKeychainDeadlineMs }
  const candidates = chooseKeyringFile(await readKeyringFiles(folder), accountId)
  if (!candidates.ok) return candidates
  const unlocked = await unlockAccountKey(candidates.value, options.unlockWith, access)
  if (!unlocked.ok) return unlocked
  const { candidate, keys } = unlocked.value
  const { lines, length } = readLines(candidate, candidates.value)
  const ledger = ledgerOfLines(lines)
  const session: KeyringSession = { folder, random, cost, access, header: candidate.header, keys, ledger, length }
  await removeLeftovers(folder)
  // A disk that is full or read-only keeps nobody from their clients: the mending is left to the next write.
  if (length === undefined || ledger.hasReplacedLines) await saveWhole(session, {})
  return ok(keyringOfSession(session))
}

/** Nothing of it is proven before the keyring is opened. */
export type LockedKeyring = {
  readonly accountId: string
  readonly slots: readonly SlotKind[]
  readonly cost: ScryptCost | undefined
}

export const readKeyringHeader = async (folder: string): Promise<Result<LockedKeyring, KeyringError>> => {
  const candidates = chooseKeyringFile(await readKeyringFiles(folder))
  if (!candidates.ok) return candidates
  const { accountId, slots } = candidates.value[0].header
  const kinds = (['passphrase', 'recovery', 'keychain'] as const).filter((kind) => slots[kind] !== undefined)
  return ok({ accountId, slots: kinds, cost: slots.passphrase?.cost })
}

/** `length` only when both files are the same and end in a whole line: then appending is safe. */
const readLines = (
  opened: KeyringCandidate,
  candidates: readonly KeyringCandidate[],
): { readonly lines: readonly string[]; readonly length: number | undefined } => {
  const mine = parseKeyringText(opened.text)
  const other = candidates.find((candidate) => candidate !== opened)
  if (other === undefined) return { lines: mine.lines, length: undefined }
  if (other.text === mine.text) return { lines: mine.lines, length: mine.isTorn ? undefined : mine.text.length }
  const theirs = parseKeyringText(other.text)
  const isSameGeneration = theirs.headerLine === mine.headerLine
  return { lines: isSameGeneration ? mergeLines(mine.lines, theirs.lines) : mine.lines, length: undefined }
}
