/** An unlocked keyring: looks keys up at once, and makes its changes on disk one after the other. */
import { type Result, ok } from '#domain/result.ts'
import { type KeyringCopy, type UnlockedCopy, copyKeyring, unlockOwnCopy } from './copy-keyring.ts'
import {
  abandonFileRotation,
  addKeys,
  beginFileRotation,
  destroyKeys,
  endFileRotation,
  finishRotation,
  unwrapKeysOf,
} from './file-key-changes.ts'
import { wipeLedger } from './key-ledger.ts'
import type { KeyringError } from './keyring-errors.ts'
import type { KeyringSession } from './keyring-session.ts'
import {
  type RotatedAccountKey,
  addKeychain,
  changePassphrase,
  removeKeychain,
  rotateAccountKey,
  setPassphrase,
  verifyPassphrase,
} from './slot-changes.ts'
import { createTurns } from './take-turns.ts'
import { wipeAccountKeys } from './wrap-key.ts'

type Done = Promise<Result<undefined, KeyringError>>

/**
 * Every promise settles when the change is on disk. Keys that are handed out belong to the keyring, which zeroes them
 * when they are replaced, destroyed or locked away: use them in the same turn, and never keep them.
 */
export type Keyring = {
  readonly accountId: string
  /** A line that can be read names this file; `keysOf` proves it. */
  hasKey(file: string): boolean
  /** The current key, then the next one in the making; only those that open. Empty when there is none. */
  keysOf(file: string): readonly Buffer[]
  /** The files that have a key, in the order in which they got it. */
  listFiles(): readonly string[]
  /** Files with a next key in the making: a rotation was cut short, and either key may be the one in use. */
  listFilesInRotation(): readonly string[]
  /** Its key was destroyed on purpose, and it has got no other since. */
  isDestroyed(file: string): boolean
  /** Lines that give no key, with the file they name where that can still be read. */
  damagedLines(): readonly { readonly file: string | undefined }[]
  /** Keys by file, made where there are none yet: one write for all of them. */
  addKeys(files: readonly string[]): Promise<Result<ReadonlyMap<string, Buffer>, KeyringError>>
  destroyKeys(files: readonly string[]): Done
  beginFileRotation(file: string): Promise<Result<Buffer, KeyringError>>
  endFileRotation(file: string): Done
  abandonFileRotation(file: string): Done
  /** Takes the replaced keys of ended rotations off the disk. */
  finishRotation(): Done
  verifyPassphrase(passphrase: string): Done
  /** The keyring as it is now, and a key that whoever unlocks it elsewhere can derive as well. */
  copy(salt: Uint8Array): Promise<Result<KeyringCopy, KeyringError>>
  /** A copy that was made under the same account key; undefined when that was replaced since. */
  unlockCopy(headerLine: string, salt: Uint8Array): UnlockedCopy | undefined
  changePassphrase(current: string, next: string): Done
  setPassphrase(next: string): Done
  addKeychain(): Done
  removeKeychain(): Done
  /** Beside the recovery key. */
  unlockWays(): readonly ('passphrase' | 'keychain')[]
  /** The passphrase, where the account has one. */
  rotateAccountKey(passphrase: string | undefined): Promise<Result<RotatedAccountKey, KeyringError>>
  /** Refuses changes at once, lets one under way finish, then zeroes every key. Looking up afterwards is a bug. */
  lock(): Promise<void>
}

export const keyringOfSession = (session: KeyringSession): Keyring => {
  const turns = createTurns()
  const opened = (): KeyringSession => {
    if (turns.isClosed()) throw new Error('this keyring is locked')
    return session
  }
  return {
    accountId: session.header.accountId,
    hasKey: (file) => opened().ledger.entries.has(file),
    keysOf: (file) => {
      const { current, next } = unwrapKeysOf(opened(), file)
      return [current, next].filter((key) => key !== undefined)
    },
    listFiles: () => [...opened().ledger.entries.keys()],
    listFilesInRotation: () =>
      [...opened().ledger.entries].flatMap(([file, { next }]) => (next === undefined ? [] : [file])),
    isDestroyed: (file) => opened().ledger.destroyed.has(file),
    damagedLines: () => opened().ledger.damaged.map(({ file }) => ({ file })),
    addKeys: (files) => turns.take(() => addKeys(session, files)),
    destroyKeys: (files) => turns.take(() => destroyKeys(session, files)),
    beginFileRotation: (file) => turns.take(() => beginFileRotation(session, file)),
    endFileRotation: (file) => turns.take(() => endFileRotation(session, file)),
    abandonFileRotation: (file) => turns.take(() => abandonFileRotation(session, file)),
    finishRotation: () => turns.take(() => finishRotation(session)),
    copy: (salt) => turns.take(() => Promise.resolve(ok(copyKeyring(session, salt)))),
    unlockCopy: (headerLine, salt) => unlockOwnCopy(opened(), headerLine, salt),
    verifyPassphrase: (passphrase) => turns.take(() => verifyPassphrase(session, passphrase)),
    changePassphrase: (current, next) => turns.take(() => changePassphrase(session, current, next)),
    setPassphrase: (next) => turns.take(() => setPassphrase(session, next)),
    addKeychain: () => turns.take(() => addKeychain(session)),
    removeKeychain: () => turns.take(() => removeKeychain(session)),
    rotateAccountKey: (passphrase) => turns.take(() => rotateAccountKey(session, passphrase)),
    unlockWays: () => {
      const { slots } = opened().header
      return (['passphrase', 'keychain'] as const).filter((way) => slots[way] !== undefined)
    },
    lock: async () => {
      await turns.close()
      wipeLedger(session.ledger)
      wipeAccountKeys(session.keys)
    },
  }
}
