/** The recovery key as it is printed and typed: 200 random bits, and check characters that catch a typing error. */
import { hash } from 'node:crypto'
import { type Result, err, ok } from '#domain/result.ts'
import { base32ToBytes, bytesToBase32, readTypedBase32 } from './crockford-base32.ts'

export const recoverySecretLength = 25

const secretCharacters = 40
const checkCharacters = 5
const groupLength = 5

/** Nine groups of five; the last group checks the eight before it. */
export const formatRecoveryKey = (secret: Uint8Array): string => {
  const characters = bytesToBase32(secret)
  return (characters + checkOf(characters)).match(/.{5}/g)?.join('-') ?? ''
}

/** The secret, or the news that the check characters do not fit: then nothing has been tried with it. */
export const parseRecoveryKey = (typed: string): Result<Buffer, { readonly type: 'RecoveryKeyMistyped' }> => {
  const characters = readTypedBase32(typed)
  const secret = base32ToBytes(characters.slice(0, secretCharacters))
  const hasLength = characters.length === secretCharacters + checkCharacters
  if (
    !hasLength ||
    secret === undefined ||
    checkOf(characters.slice(0, secretCharacters)) !== characters.slice(-groupLength)
  ) {
    return err({ type: 'RecoveryKeyMistyped' })
  }
  return ok(secret)
}

/** 25 bits of a hash: one typing error in 33 million goes unnoticed, whatever its kind. */
const checkOf = (characters: string): string =>
  bytesToBase32(hash('sha256', `securatlas recovery key ${characters}`, 'buffer')).slice(0, checkCharacters)
