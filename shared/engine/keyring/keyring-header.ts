/**
 * The first line of a keyring: whose it is, its generation, and the slots that hold the account key. It ends in a MAC
 * over its own characters, which can be checked only after a slot has opened.
 */
import { timingSafeEqual } from 'node:crypto'
import { isJsonObject, parseJsonObject, toAsciiJson } from './ascii-json.ts'
import type { KeychainSlot } from './keychain-slot.ts'
import type { KeyringDamaged } from './keyring-errors.ts'
import { type PassphraseSlot, isCostAllowed } from './passphrase-slot.ts'
import type { RecoverySlot } from './recovery-slot.ts'
import { authenticate } from './wrap-key.ts'

const keyringVersion = 1

export type KeyringSlots = {
  readonly passphrase: PassphraseSlot | undefined
  readonly recovery: RecoverySlot
  readonly keychain: KeychainSlot | undefined
}

export type KeyringHeader = {
  readonly accountId: string
  /** Rises whenever the file is written anew; of two files the higher one counts. */
  readonly generation: number
  readonly slots: KeyringSlots
}

export type HeaderReading =
  | { readonly type: 'readable'; readonly header: KeyringHeader }
  | { readonly type: 'newer'; readonly version: number; readonly generation: number }
  | { readonly type: 'damaged'; readonly detail: KeyringDamaged['detail'] }

const format = 'securatlas-keyring'
const macPattern = /,"mac":"([0-9a-f]{64})"\}$/

export const writeHeader = ({ accountId, generation, slots }: KeyringHeader, macKey: Buffer): string => {
  const { passphrase, recovery, keychain } = slots
  const authenticated = toAsciiJson({
    format,
    version: keyringVersion,
    account: accountId,
    generation,
    slots: {
      passphrase: passphrase && {
        kdf: 'scrypt',
        ...passphrase.cost,
        salt: passphrase.salt,
        wrapped: passphrase.wrapped,
      },
      recovery: { salt: recovery.salt, wrapped: recovery.wrapped },
      keychain: keychain && { name: keychain.name, sealed: keychain.sealed },
    },
  }).slice(0, -1)
  return `${authenticated},"mac":"${authenticate(authenticated, macKey)}"}`
}

export const isHeaderAuthentic = (line: string, macKey: Buffer): boolean => {
  const found = macPattern.exec(line)
  if (found?.[1] === undefined) return false
  const expected = authenticate(line.slice(0, found.index), macKey)
  return timingSafeEqual(Buffer.from(expected), Buffer.from(found[1]))
}

/** Nothing here is proven yet: it says what to try, and refuses costs that nobody should try. */
export const parseHeader = (line: string): HeaderReading => {
  const json = parseJsonObject(line)
  if (json?.['format'] !== format || !isCount(json['version']) || !isCount(json['generation'])) return unreadable
  if (json['version'] > keyringVersion) {
    return { type: 'newer', version: json['version'], generation: json['generation'] }
  }
  const accountId = json['account']
  const slots = fieldsOf(json['slots'])
  const recovery = parseRecoverySlot(slots['recovery'])
  const passphrase = parsePassphraseSlot(slots['passphrase'])
  const keychain = parseKeychainSlot(slots['keychain'])
  if (!isText(accountId) || recovery === undefined || passphrase === null || keychain === null) return unreadable
  if (passphrase !== undefined && !isCostAllowed(passphrase.cost))
    return { type: 'damaged', detail: 'kdf-out-of-bounds' }
  return {
    type: 'readable',
    header: { accountId, generation: json['generation'], slots: { passphrase, recovery, keychain } },
  }
}

const unreadable: HeaderReading = { type: 'damaged', detail: 'header-unreadable' }

const parsePassphraseSlot = (value: unknown): PassphraseSlot | undefined | null => {
  if (value === undefined) return undefined
  const { kdf, N, r, p, salt, wrapped } = fieldsOf(value)
  if (kdf !== 'scrypt' || !isCount(N) || !isCount(r) || !isCount(p) || !isText(salt) || !isText(wrapped)) return null
  return { cost: { N, r, p }, salt, wrapped }
}

const parseRecoverySlot = (value: unknown): RecoverySlot | undefined => {
  const { salt, wrapped } = fieldsOf(value)
  return isText(salt) && isText(wrapped) ? { salt, wrapped } : undefined
}

const parseKeychainSlot = (value: unknown): KeychainSlot | undefined | null => {
  if (value === undefined) return undefined
  const { name, sealed } = fieldsOf(value)
  return isText(name) && isText(sealed) ? { name, sealed } : null
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (isJsonObject(value) ? value : {})
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
