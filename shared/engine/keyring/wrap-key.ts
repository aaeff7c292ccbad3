/** Wraps one 32-byte key under another, bound to the account, the file and the purpose it is meant for. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Random } from '../ports.ts'

export const keyLength = 32
const nonceLength = 12

const tagLength = 16
const wrappedLength = nonceLength + keyLength + tagLength

export type WrapPurpose = 'passphrase-slot' | 'recovery-slot' | 'file-key' | 'next-file-key'

export type WrapContext = {
  /** The wrapping key. */
  readonly under: Buffer
  readonly accountId: string
  readonly purpose: WrapPurpose
  /** For file keys. */
  readonly file?: string
}

/** The account key and what is derived from it: one key wraps file keys, another authenticates the header. */
export type AccountKeys = { readonly account: Buffer; readonly files: Buffer; readonly header: Buffer }

/** Takes over the buffer: `wipeAccountKeys` zeroes it. */
export const accountKeysOf = (account: Buffer): AccountKeys => ({
  account,
  files: Buffer.from(hkdfSync('sha256', account, '', 'securatlas-keyring file keys', keyLength)),
  header: Buffer.from(hkdfSync('sha256', account, '', 'securatlas-keyring header', keyLength)),
})

export const wipeAccountKeys = (keys: AccountKeys): void => {
  keys.account.fill(0)
  keys.files.fill(0)
  keys.header.fill(0)
}

/** Outside Buffer's shared pool, so that zeroing it leaves no neighbour and no copy. */
export const randomKey = (random: Random): Buffer => takeKey(random.bytes(keyLength))

/** Moves key bytes into a buffer of their own and zeroes where they came from. */
export const takeKey = (bytes: Uint8Array): Buffer => {
  const key = Buffer.alloc(bytes.length)
  key.set(bytes)
  bytes.fill(0)
  return key
}

/** AES-256-GCM, as base64url of nonce, ciphertext and tag: always 80 characters. */
export const wrapKey = (key: Buffer, context: WrapContext, random: Random): string => {
  const nonce = random.bytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', context.under, nonce)
  cipher.setAAD(associatedData(context))
  const ciphertext = cipher.update(key)
  cipher.final()
  return Buffer.concat([nonce, ciphertext, cipher.getAuthTag()]).toString('base64url')
}

/** Undefined when the text is not a wrapped key, was wrapped under another key, or was meant for another place. */
export const unwrapKey = (wrapped: string, context: WrapContext): Buffer | undefined => {
  const bytes = Buffer.from(wrapped, 'base64url')
  if (bytes.length !== wrappedLength || bytes.toString('base64url') !== wrapped) return undefined
  const decipher = createDecipheriv('aes-256-gcm', context.under, bytes.subarray(0, nonceLength), {
    authTagLength: tagLength,
  })
  decipher.setAAD(associatedData(context))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  const key = takeKey(decipher.update(bytes.subarray(nonceLength, -tagLength)))
  try {
    decipher.final()
    return key
  } catch {
    // Node reports a failed authentication by throwing, without a code; nothing else can fail here.
    key.fill(0)
    return undefined
  }
}

/** HMAC-SHA-256 in hex, 64 characters. */
export const authenticate = (text: string, key: Buffer): string => createHmac('sha256', key).update(text).digest('hex')

// A JSON array, so that no choice of account and file names can be read as another.
const associatedData = ({ accountId, purpose, file }: WrapContext): Buffer =>
  Buffer.from(JSON.stringify(['securatlas-keyring', 1, accountId, purpose, file ?? '']))
