/** The account key wrapped under a passphrase by scrypt, with the cost kept beside it so that it can rise. */
import { countPassphraseCharacters, minimumPassphraseLength } from '#domain/catalog/passphrase-length.ts'
import { scrypt } from 'node:crypto'
import { type Result, err, ok } from '#domain/result.ts'
import type { Random } from '../ports.ts'
import { keyLength, takeKey, unwrapKey, wrapKey } from './wrap-key.ts'

export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number }

export type PassphraseSlot = {
  readonly cost: ScryptCost
  /** 16 bytes, base64url. */
  readonly salt: string
  readonly wrapped: string
}

/** 128 MiB and about 0.3 s on a laptop, for the time of one unlock. OWASP's first choice for scrypt. */
export const defaultScryptCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** Checked before the function runs: a changed file must cost neither the passphrase's strength nor the machine. */
export const isCostAllowed = ({ N, r, p }: ScryptCost): boolean =>
  Number.isInteger(Math.log2(N)) && N >= 2 ** 14 && N <= 2 ** 20 && r === 8 && Number.isInteger(p) && p >= 1 && p <= 4

/** For a passphrase that is being chosen; one that is being tried has no minimum. */
export const checkNewPassphrase = (
  passphrase: string,
): Result<string, { readonly type: 'PassphraseTooShort'; readonly minimum: number }> =>
  countPassphraseCharacters(passphrase) < minimumPassphraseLength
    ? err({ type: 'PassphraseTooShort', minimum: minimumPassphraseLength })
    : ok(passphrase)

export const sealPassphraseSlot = async (options: {
  readonly accountKey: Buffer
  readonly accountId: string
  readonly passphrase: string
  readonly cost: ScryptCost
  readonly random: Random
}): Promise<PassphraseSlot> => {
  if (!isCostAllowed(options.cost)) throw new Error('this scrypt cost is out of bounds')
  const salt = Buffer.from(options.random.bytes(16))
  const wrappingKey = await stretch(options.passphrase, salt, options.cost)
  const context = { under: wrappingKey, accountId: options.accountId, purpose: 'passphrase-slot' } as const
  const wrapped = wrapKey(options.accountKey, context, options.random)
  wrappingKey.fill(0)
  return { cost: options.cost, salt: salt.toString('base64url'), wrapped }
}

/** The account key, or undefined for another passphrase; both take the same time. */
export const openPassphraseSlot = async (
  slot: PassphraseSlot,
  accountId: string,
  passphrase: string,
): Promise<Buffer | undefined> => {
  const wrappingKey = await stretch(passphrase, Buffer.from(slot.salt, 'base64url'), slot.cost)
  const accountKey = unwrapKey(slot.wrapped, { under: wrappingKey, accountId, purpose: 'passphrase-slot' })
  wrappingKey.fill(0)
  return accountKey
}

const stretch = (passphrase: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> => {
  // NFKC: the same passphrase typed on another system may come as other code points.
  const secret = takeKey(Buffer.from(passphrase.normalize('NFKC')))
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  scrypt(secret, salt, keyLength, { ...cost, maxmem: 256 * cost.N * cost.r }, (error, key) => {
    secret.fill(0)
    if (error === null) resolve(key)
    else reject(error)
  })
  return promise
}
