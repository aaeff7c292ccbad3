/**
 * The first line of a hand-over file: what it is, and its key under a passphrase, wrapped as the keyring wraps the account
 * key. Nothing in it tells whose file it is.
 */
import { hkdfSync } from 'node:crypto'
import { err, ok, type Result } from '#domain/result.ts'
import { parseJsonObject, toAsciiJson } from '../keyring/ascii-json.ts'
import {
  defaultScryptCost,
  isCostAllowed,
  openPassphraseSlot,
  sealPassphraseSlot,
  type PassphraseSlot,
  type ScryptCost,
} from '../keyring/passphrase-slot.ts'
import { keyLength, randomKey } from '../keyring/wrap-key.ts'
import type { Random } from '../ports.ts'

const handOverVersion = 1
const format = 'securatlas-hand-over'
/** A longer first line is none of ours. */
export const longestHeader = 2048

export type EnvelopeHeader = { readonly id: string; readonly slot: PassphraseSlot; readonly line: string }
export type HeaderError =
  | { readonly type: 'NotAHandOver' }
  | { readonly type: 'NewerHandOver'; readonly version: number }

/** A new header and the key of the frames that follow it. */
export const sealEnvelope = async (
  passphrase: string,
  random: Random,
  cost: ScryptCost = defaultScryptCost,
): Promise<{ readonly line: string; readonly frameKey: Buffer }> => {
  const id = Buffer.from(random.bytes(16)).toString('base64url')
  const key = randomKey(random)
  const slot = await sealPassphraseSlot({ accountKey: key, accountId: spaceOf(id), passphrase, cost, random })
  const { salt, wrapped } = slot
  const line = `${toAsciiJson({ format, version: handOverVersion, id, kdf: 'scrypt', ...cost, salt, wrapped })}\n`
  return { line, frameKey: frameKeyOf(key, line) }
}

export const parseEnvelopeHeader = (line: string): Result<EnvelopeHeader, HeaderError> => {
  const json = parseJsonObject(line)
  const { version, id, kdf, N, r, p, salt, wrapped } = json ?? {}
  if (json?.['format'] !== format || !Number.isSafeInteger(version)) return err({ type: 'NotAHandOver' })
  if (Number(version) > handOverVersion) return err({ type: 'NewerHandOver', version: Number(version) })
  if (kdf !== 'scrypt' || typeof id !== 'string' || typeof salt !== 'string' || typeof wrapped !== 'string')
    return err({ type: 'NotAHandOver' })
  const cost = { N: Number(N), r: Number(r), p: Number(p) }
  return isCostAllowed(cost) ? ok({ id, slot: { cost, salt, wrapped }, line }) : err({ type: 'NotAHandOver' })
}

/** Undefined for another passphrase, or for a header that was changed. */
export const openEnvelope = async (
  { id, slot, line }: EnvelopeHeader,
  passphrase: string,
): Promise<Buffer | undefined> => {
  const key = await openPassphraseSlot(slot, spaceOf(id), passphrase)
  return key === undefined ? undefined : frameKeyOf(key, line)
}

/** The line is part of the derivation: a header that was changed in any character opens nothing. */
const frameKeyOf = (key: Buffer, line: string): Buffer => {
  const frameKey = Buffer.from(hkdfSync('sha256', key, line, 'securatlas-hand-over frames', keyLength))
  key.fill(0)
  return frameKey
}

const spaceOf = (id: string): string => `hand-over/${id}`
