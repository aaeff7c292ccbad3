/** A keyring in a backup: the text of its files, and the key that the account key gives together with a salt. */
import { hkdfSync } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Result, err, ok } from '#domain/result.ts'
import { keysOfFile, ledgerOfLines, ledgerToLines } from './key-ledger.ts'
import type { KeyringError } from './keyring-errors.ts'
import { isHeaderAuthentic, parseHeader, writeHeader } from './keyring-header.ts'
import type { KeyringSession } from './keyring-session.ts'
import { parseKeyringText } from './keyring-text.ts'
import { type UnlockWith, unlockAccountKey } from './unlock-account-key.ts'
import { type AccountKeys, keyLength, wipeAccountKeys } from './wrap-key.ts'

/** Unwrapping costs 15 µs a key. */
const keysBetweenTurns = 256

export type KeyringCopy = {
  /** What a keyring file holds, line by line. */
  readonly text: string
  /** Its first line: enough to unlock the account key. */
  readonly headerLine: string
  readonly key: Buffer
}

export const copyKeyring = ({ header, keys, ledger }: KeyringSession, salt: Uint8Array): KeyringCopy => {
  const headerLine = writeHeader(header, keys.header)
  const text = [headerLine, ...ledgerToLines(ledger)].map((line) => `${line}\n`).join('')
  return { text, headerLine, key: deriveKey(keys, salt) }
}

/** A copy, unlocked: the key of its backup, and the keys of its files once its text is read. */
export type UnlockedCopy = {
  readonly accountId: string
  readonly key: Buffer
  /** By the names of the keyring's files. */
  keysOf(text: string): Promise<ReadonlyMap<string, Buffer>>
  /** Zeroes what it holds. */
  lock(): void
}

/** A copy that was made under the account key of now; undefined when that was replaced since. */
export const unlockOwnCopy = (
  { header, keys }: KeyringSession,
  headerLine: string,
  salt: Uint8Array,
): UnlockedCopy | undefined => {
  const { accountId } = header
  if (!isHeaderAuthentic(headerLine, keys.header)) return undefined
  const key = deriveKey(keys, salt)
  return { accountId, key, keysOf: (text) => fileKeysOf(text, accountId, keys), lock: () => void key.fill(0) }
}

export const unlockCopy = async (
  headerLine: string,
  salt: Uint8Array,
  unlockWith: Exclude<UnlockWith, { readonly keychain: true }>,
): Promise<Result<UnlockedCopy, KeyringError>> => {
  const reading = parseHeader(headerLine)
  if (reading.type === 'newer') return err({ type: 'NewerKeyring', version: reading.version })
  if (reading.type === 'damaged') return err({ type: 'KeyringDamaged', detail: reading.detail })
  const candidate = { text: `${headerLine}\n`, header: reading.header }
  const unlocked = await unlockAccountKey([candidate], unlockWith, { keychain: undefined, deadlineMs: 0 })
  if (!unlocked.ok) return unlocked
  const { keys } = unlocked.value
  const { accountId } = reading.header
  const key = deriveKey(keys, salt)
  return ok({
    accountId,
    key,
    keysOf: (text) => fileKeysOf(text, accountId, keys),
    lock: () => {
      wipeAccountKeys(keys)
      key.fill(0)
    },
  })
}

/** The current key of every file that has one, from a text that was proven elsewhere. */
const fileKeysOf = async (text: string, accountId: string, keys: AccountKeys): Promise<ReadonlyMap<string, Buffer>> => {
  const ledger = ledgerOfLines(parseKeyringText(text).lines)
  const keysByFile = new Map<string, Buffer>()
  let count = 0
  for (const file of [...ledger.entries.keys()]) {
    const { current, next } = keysOfFile(ledger, file, { accountId, under: keys.files })
    const key = current ?? next
    if (key !== undefined) keysByFile.set(file, key)
    if (++count % keysBetweenTurns === 0) await nextTurn()
  }
  return keysByFile
}

const deriveKey = ({ account }: AccountKeys, salt: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', account, salt, 'securatlas-backup', keyLength))
