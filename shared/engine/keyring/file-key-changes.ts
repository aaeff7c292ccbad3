/** Changes to the keys of files: new ones, destroyed ones, and the exchange of one file's key for another. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Result, err, ok } from '#domain/result.ts'
import { type FileKeys, applyEvent, damagedLeftAfter, keysOfFile } from './key-ledger.ts'
import { type KeyRecord, recordOf } from './key-lines.ts'
import type { KeyringError } from './keyring-errors.ts'
import { type KeyringSession, saveLines, saveWhole } from './keyring-session.ts'
import { randomKey, wrapKey } from './wrap-key.ts'

type Done = Result<undefined, KeyringError>

/** Wrapping costs 15 µs a key, so the engine gets its turn every few milliseconds. */
const keysBetweenTurns = 256

export const unwrapKeysOf = (session: KeyringSession, file: string): FileKeys =>
  keysOfFile(session.ledger, file, { accountId: session.header.accountId, under: session.keys.files })

/** A file that has a key keeps it: asking twice must not orphan what the first key encrypts. */
export const addKeys = async (
  session: KeyringSession,
  files: readonly string[],
): Promise<Result<ReadonlyMap<string, Buffer>, KeyringError>> => {
  const keysByFile = new Map<string, Buffer>()
  const added: KeyRecord[] = []
  for (const file of new Set(files)) {
    const { current, next } = unwrapKeysOf(session, file)
    const existing = current ?? next
    const key = existing ?? randomKey(session.random)
    keysByFile.set(file, key)
    if (existing === undefined) added.push(wrapFileKey(session, { type: 'key', file, key }))
    if (keysByFile.size % keysBetweenTurns === 0) await nextTurn()
  }
  const saved = added.length === 0 ? ok(undefined) : await saveRecords(session, added)
  return saved.ok ? ok(keysByFile) : saved
}

export const destroyKeys = async (session: KeyringSession, files: readonly string[]): Promise<Done> => {
  const { ledger } = session
  const destroyed = new Set(files)
  const damaged = damagedLeftAfter(ledger, destroyed)
  const isDone = [...destroyed].every((file) => ledger.destroyed.has(file)) && damaged.length === ledger.damaged.length
  if (isDone && session.length !== undefined && !ledger.hasReplacedLines) return ok(undefined)
  const records = [...destroyed].map((file) => recordOf({ type: 'destroyed', file }))
  return saveWhole(session, { leaveOut: destroyed, addLines: records.map(({ line }) => line) }, () => {
    for (const record of records) applyEvent(ledger, record)
    ledger.damaged = damaged
    ledger.hasReplacedLines = false
  })
}

/** The next key of the file, durable before it encrypts anything. A rotation under way goes on with its key. */
export const beginFileRotation = async (
  session: KeyringSession,
  file: string,
): Promise<Result<Buffer, KeyringError>> => {
  const { current, next } = unwrapKeysOf(session, file)
  if (next !== undefined) return ok(next)
  if (current === undefined) return err({ type: 'FileKeyMissing', file })
  const key = randomKey(session.random)
  const saved = await saveRecords(session, [wrapFileKey(session, { type: 'next', file, key })])
  return saved.ok ? ok(key) : saved
}

/** Makes the next key the current one. The old one leaves the disk with `finishRotation`. */
export const endFileRotation = (session: KeyringSession, file: string): Promise<Done> =>
  settleRotation(session, file, ({ current, next }) => next ?? current)

export const abandonFileRotation = (session: KeyringSession, file: string): Promise<Done> =>
  settleRotation(session, file, ({ current }) => current)

/** Writes both files without the keys that were replaced. */
export const finishRotation = async (session: KeyringSession): Promise<Done> =>
  session.ledger.hasReplacedLines || session.length === undefined ? saveWhole(session, {}) : ok(undefined)

/** Every file's keys, wrapped anew under another account key; damaged lines stay as they are. */
export const rewrapAll = async (session: KeyringSession, under: Buffer): Promise<readonly KeyRecord[]> => {
  const rewrapped: KeyRecord[] = []
  let count = 0
  for (const file of session.ledger.entries.keys()) {
    const { current, next } = unwrapKeysOf(session, file)
    if (current !== undefined) rewrapped.push(wrapFileKey(session, { type: 'key', file, key: current }, under))
    if (next !== undefined) rewrapped.push(wrapFileKey(session, { type: 'next', file, key: next }, under))
    if (++count % keysBetweenTurns === 0) await nextTurn()
  }
  return rewrapped
}

/** One line that gives the file this key alone. With nothing in the making there is nothing to settle. */
const settleRotation = async (
  session: KeyringSession,
  file: string,
  choose: (keys: FileKeys) => Buffer | undefined,
): Promise<Done> => {
  const keys = unwrapKeysOf(session, file)
  const chosen = choose(keys)
  if (chosen === undefined) return err({ type: 'FileKeyMissing', file })
  if (keys.next === undefined) return ok(undefined)
  return saveRecords(session, [wrapFileKey(session, { type: 'key', file, key: chosen })])
}

const saveRecords = (session: KeyringSession, records: readonly KeyRecord[]): Promise<Done> => {
  const lines = records.map(({ line }) => line)
  return saveLines(session, lines, () => {
    for (const record of records) applyEvent(session.ledger, record)
  })
}

const wrapFileKey = (
  { header, keys, random }: KeyringSession,
  { type, file, key }: { readonly type: 'key' | 'next'; readonly file: string; readonly key: Buffer },
  under: Buffer = keys.files,
): KeyRecord => {
  const purpose = type === 'key' ? 'file-key' : 'next-file-key'
  const wrapped = wrapKey(key, { under, accountId: header.accountId, purpose, file }, random)
  return recordOf({ type, file, wrapped }, key)
}
