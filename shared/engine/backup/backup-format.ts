/**
 * The layout of a backup file; docs/spec/backup.md draws it. A readable first line says what it is and holds the
 * keyring's own header, so that the account's passphrase or recovery key opens it; everything else is sealed in chunks.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

const backupVersion = 1
export const backupEnding = '.securatlas-backup'
/** Bytes of plain text in every chunk but the last. */
export const chunkLength = 1_048_576
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
  /** `portfolio`, `keyring`, `tenant/<id>`, `files/<id>`; a write-ahead log has `-wal` behind it. */
  readonly name: string
  readonly bytes: number
}

export type BackupManifest = {
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

export type SealedPart = { readonly kind: 'chunk'; readonly index: number } | { readonly kind: 'manifest' }

/** Binds every part to its place in this very file. The key seals one file only, so a counter is a nonce. */
export type BackupSeal = { readonly key: Uint8Array; readonly headerHash: Buffer }

export const sealOf = (key: Uint8Array, headerLine: Uint8Array): BackupSeal => ({
  key,
  headerHash: createHash('sha256').update(headerLine).digest(),
})

export const sealPart = (seal: BackupSeal, part: SealedPart, plain: Uint8Array): { sealed: Buffer; tag: Buffer } => {
  const cipher = createCipheriv('aes-256-gcm', seal.key, nonceOf(part))
  cipher.setAAD(seal.headerHash)
  const sealed = cipher.update(plain)
  cipher.final()
  return { sealed, tag: cipher.getAuthTag() }
}

/** Undefined when the part is not what was sealed there. */
export const openPart = (seal: BackupSeal, part: SealedPart, bytes: Buffer): Buffer | undefined => {
  if (bytes.length < tagLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', seal.key, nonceOf(part), { authTagLength: tagLength })
  decipher.setAAD(seal.headerHash)
  decipher.setAuthTag(bytes.subarray(-tagLength))
  const plain = decipher.update(bytes.subarray(0, -tagLength))
  try {
    decipher.final()
    return plain
  } catch {
    return undefined // the only thing that can fail here, and Node says it without a code
  }
}

const nonceOf = (part: SealedPart): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32LE(part.kind === 'chunk' ? 0 : 1)
  if (part.kind === 'chunk') nonce.writeBigUInt64LE(BigInt(part.index), 4)
  return nonce
}
