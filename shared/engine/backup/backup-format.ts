/**
 * The layout of a backup file; docs/spec/backup.md draws it. A readable first line says what it is and holds the
 * keyring's own header, so that the account's passphrase or recovery key opens it; the account's encrypted files follow in
 * authenticated chunks, and a sealed list of them.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

const backupVersion = 1
export const backupEnding = '.securatlas-backup'
/** Bytes in every chunk but the last. */
export const chunkLength = 262_144
export const tagLength = 16
/** A first line that is longer is none of ours. */
export const longestHeader = 65_536
const format = 'securatlas-backup'

export type BackupHeader = {
  readonly accountId: string
  /** UTC. */
  readonly at: string
  /** Of the app that made it. */
  readonly app: string
  /** Newest steps of the tables in it, so that an older app refuses before it writes anything. */
  readonly schema: { readonly portfolio: number; readonly tenant: number }
  /** 32 random bytes, base64url: with the account key they give the key of this backup. */
  readonly salt: string
  /** First line of the keyring, with its slots. */
  readonly keyring: string
}

/** A file of the account, in the order in which their bytes follow each other. */
export type BackupEntry = {
  /** `portfolio`, `tenant/<id>`, `files/<id>`; a write-ahead log has `-wal` behind it. */
  readonly name: string
  readonly bytes: number
}

export type BackupManifest = {
  /** The whole text of the keyring. */
  readonly keyring: string
  readonly entries: readonly BackupEntry[]
  /** Clients whose file was damaged or missing when the backup was made. */
  readonly troubled: readonly string[]
  readonly bytes: number
  /** SHA-256, in hex, over the tags of all chunks in order: names every byte of the backup. */
  readonly root: string
}

export type HeaderReading =
  | { readonly type: 'header'; readonly header: BackupHeader }
  | { readonly type: 'newer'; readonly version: number }
  | { readonly type: 'foreign' }

export const writeHeaderLine = (header: BackupHeader): Buffer =>
  Buffer.from(`${JSON.stringify({ format, version: backupVersion, ...header })}\n`)

export const parseHeaderLine = (line: string): HeaderReading => {
  const json = parseJson(line)
  if (json?.['format'] !== format || typeof json['version'] !== 'number') return { type: 'foreign' }
  if (json['version'] > backupVersion) return { type: 'newer', version: json['version'] }
  const { accountId, at, app, schema, salt, keyring } = json
  const isWhole =
    isAccountId(accountId) &&
    [at, app, salt, keyring].every((value) => typeof value === 'string') &&
    typeof schema === 'object'
  const header = { accountId, at, app, schema, salt, keyring } as BackupHeader
  return isWhole ? { type: 'header', header } : { type: 'foreign' }
}

/** It becomes the name of a folder. */
const isAccountId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

/** The client of an entry of its own; they become names of files. */
export const tenantOfEntry = (name: string): string | undefined => /^(?:tenant|files)\/([0-9a-f-]{36})$/.exec(name)?.[1]

const parseJson = (text: string): Readonly<Record<string, unknown>> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** Behind the manifest: its sealed length, then a mark by which a file that was cut short is known at once. */
const endMark = Buffer.from('securatlas-end-1')
export const tailLength = 8 + endMark.length

export const writeTail = (manifestLength: number): Buffer => {
  const tail = Buffer.alloc(tailLength)
  tail.writeBigUInt64LE(BigInt(manifestLength))
  endMark.copy(tail, 8)
  return tail
}

/** The sealed length of the manifest; undefined when the file does not end as a backup does. */
export const parseTail = (tail: Buffer): number | undefined =>
  tail.length === tailLength && tail.subarray(8).equals(endMark) ? Number(tail.readBigUInt64LE()) : undefined

/** The key seals one file only, so a counter is a nonce. */
export type BackupSeal = { readonly key: Uint8Array; readonly headerHash: Buffer }

export const sealOf = (key: Uint8Array, headerLine: Uint8Array): BackupSeal => ({
  key,
  headerHash: createHash('sha256').update(headerLine).digest(),
})

/**
 * Authenticates a chunk at its place (GMAC). What is in it is encrypted already, each file under its own key: to do so
 * again would cost more than all the rest (measured: five times the processor time of reading it).
 */
export const tagOfChunk = ({ key }: BackupSeal, index: number, bytes: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index))
  cipher.setAAD(bytes)
  cipher.final()
  return cipher.getAuthTag()
}

export const sealManifest = ({ key, headerHash }: BackupSeal, manifest: BackupManifest): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf('manifest'))
  cipher.setAAD(headerHash)
  const sealed = cipher.update(JSON.stringify(manifest))
  cipher.final()
  return Buffer.concat([sealed, cipher.getAuthTag()])
}

/** Undefined when it is not what was sealed, or the first line is another. */
export const openManifest = ({ key, headerHash }: BackupSeal, sealed: Buffer): BackupManifest | undefined => {
  if (sealed.length < tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf('manifest'), { authTagLength: tagLength })
  decipher.setAAD(headerHash)
  decipher.setAuthTag(sealed.subarray(-tagLength))
  const text = decipher.update(sealed.subarray(0, -tagLength))
  try {
    decipher.final()
  } catch {
    return undefined // the only thing that can fail here, and Node says it without a code
  }
  return JSON.parse(text.toString('utf8')) as BackupManifest
}

const nonceOf = (part: number | 'manifest'): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32LE(part === 'manifest' ? 1 : 0)
  if (part !== 'manifest') nonce.writeBigUInt64LE(BigInt(part), 4)
  return nonce
}
