/** Which of the two files to open, best first: the higher generation counts, and of equal ones the keyring itself. */
import { isDeepStrictEqual } from 'node:util'
import { type Result, err, ok } from '#domain/result.ts'
import type { FileReading } from './keyring-disk.ts'
import type { KeyringError } from './keyring-errors.ts'
import { type HeaderReading, type KeyringHeader, parseHeader } from './keyring-header.ts'

export type KeyringCandidate = { readonly text: string; readonly header: KeyringHeader }

type Readings = { readonly keyring: FileReading; readonly copy: FileReading }
type Parsed = { readonly text: string; readonly reading: HeaderReading }

/** Two are of the same account, and the account is the expected one where one is expected. */
export const chooseKeyringFile = (
  { keyring, copy }: Readings,
  accountId?: string,
): Result<readonly [KeyringCandidate, ...KeyringCandidate[]], KeyringError> => {
  const parsed = [keyring, copy].flatMap(parseReading)
  const candidates = parsed.flatMap(readableOf).toSorted((a, b) => b.header.generation - a.header.generation)
  const newer = parsed.map(({ reading }) => reading).find((reading) => reading.type === 'newer')
  const [best, ...others] = candidates
  // A damaged version number looks newer as well, but then the other file has the same generation.
  if (newer !== undefined && (best === undefined || newer.generation > best.header.generation)) {
    return err({ type: 'NewerKeyring', version: newer.version })
  }
  if (best === undefined) return err(whyNone({ keyring, copy }, parsed))
  if (accountId !== undefined) {
    const [mine, ...mineToo] = candidates.filter(({ header }) => header.accountId === accountId)
    return mine === undefined ? err({ type: 'KeyringDamaged', detail: 'other-account' }) : ok([mine, ...mineToo])
  }
  const isOneAccount = others.every((other) => isSameAccount(other.header, best.header))
  return ok(isOneAccount ? [best, ...others] : [readableOf(parsed[0])[0] ?? best])
}

/** Slots hold random salts: where they are equal, it is the account's name that is damaged in one of the files. */
const isSameAccount = (one: KeyringHeader, other: KeyringHeader): boolean =>
  one.accountId === other.accountId || isDeepStrictEqual(one.slots, other.slots)

const parseReading = (reading: FileReading): readonly Parsed[] =>
  reading.type === 'text'
    ? [{ text: reading.text, reading: parseHeader(reading.text.slice(0, reading.text.indexOf('\n'))) }]
    : []

const readableOf = (parsed: Parsed | undefined): readonly KeyringCandidate[] =>
  parsed?.reading.type === 'readable' ? [{ text: parsed.text, header: parsed.reading.header }] : []

const whyNone = ({ keyring, copy }: Readings, parsed: readonly Parsed[]): KeyringError => {
  const damage = parsed.map(({ reading }) => reading).find((reading) => reading.type === 'damaged')
  if (damage !== undefined) return { type: 'KeyringDamaged', detail: damage.detail }
  const unreadable = [keyring, copy].find((reading) => reading.type === 'unreadable')
  return unreadable === undefined ? { type: 'KeyringMissing' } : { type: 'CannotRead', code: unreadable.code }
}
