/** The account key wrapped under the recovery key. 200 random bits need no stretching, so HKDF is enough. */
import { hkdfSync } from 'node:crypto'
import type { Random } from '../ports.ts'
import { formatRecoveryKey, recoverySecretLength } from './recovery-key.ts'
import { keyLength, takeKey, unwrapKey, wrapKey } from './wrap-key.ts'

export type RecoverySlot = {
  /** 16 bytes, base64url. */
  readonly salt: string
  readonly wrapped: string
}

/** Makes a new recovery key; it is shown once and kept nowhere. */
export const sealRecoverySlot = (
  accountKey: Buffer,
  accountId: string,
  random: Random,
): { readonly slot: RecoverySlot; readonly recoveryKey: string } => {
  const secret = takeKey(random.bytes(recoverySecretLength))
  const salt = Buffer.from(random.bytes(16))
  const wrappingKey = derive(secret, salt)
  const wrapped = wrapKey(accountKey, { under: wrappingKey, accountId, purpose: 'recovery-slot' }, random)
  const recoveryKey = formatRecoveryKey(secret)
  secret.fill(0)
  wrappingKey.fill(0)
  return { slot: { salt: salt.toString('base64url'), wrapped }, recoveryKey }
}

/** The account key, or undefined for another recovery key. */
export const openRecoverySlot = (slot: RecoverySlot, accountId: string, secret: Buffer): Buffer | undefined => {
  const wrappingKey = derive(secret, Buffer.from(slot.salt, 'base64url'))
  const accountKey = unwrapKey(slot.wrapped, { under: wrappingKey, accountId, purpose: 'recovery-slot' })
  wrappingKey.fill(0)
  return accountKey
}

const derive = (secret: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, 'securatlas-keyring recovery slot', keyLength))
