/**
 * The `file` table of a tenant file: which evidence bytes the tenant refers to. A row is written by the caller after
 * the sibling has committed the bytes, so a row without bytes means damage, and bytes without a row are swept.
 */
import type { EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'

export const createFileTableSql = `CREATE TABLE file (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, chunks INTEGER NOT NULL, media_type TEXT, added_at TEXT NOT NULL
) WITHOUT ROWID`

export type FileMetadata = {
  /** 64 hexadecimal digits, lower case. */
  readonly sha256: string
  readonly size: number
  readonly chunks: number
  readonly mediaType: string | null
  /** UTC, ISO 8601. */
  readonly addedAt: string
}

const columns = 'sha256, size, chunks, media_type AS mediaType, added_at AS addedAt'

/** A file that is there already keeps its row. Joins the transaction that is open, if one is. */
export const insertFile = (tenant: EncryptedDatabase, file: FileMetadata): void => {
  tenant
    .prepare<FileMetadata>(
      `INSERT INTO file (sha256, size, chunks, media_type, added_at)
       VALUES (:sha256, :size, :chunks, :mediaType, :addedAt) ON CONFLICT (sha256) DO NOTHING`,
    )
    .run(file)
}

export const findFile = (tenant: EncryptedDatabase, sha256: string): FileMetadata | undefined =>
  tenant.prepare<[string], FileMetadata>(`SELECT ${columns} FROM file WHERE sha256 = ?`).get(sha256)

/** Ordered by hash. */
export const listFiles = (tenant: EncryptedDatabase): readonly FileMetadata[] =>
  tenant.prepare<[], FileMetadata>(`SELECT ${columns} FROM file ORDER BY sha256`).all()

/** Rows that no revision of evidence refers to, added before the instant: their bytes go with the next sweep. */
export const forgetUnusedFiles = (tenant: EncryptedDatabase, addedBefore: string): void => {
  tenant
    .prepare(
      `DELETE FROM file WHERE added_at < ?
         AND sha256 NOT IN (SELECT sha256 FROM evidence_revision WHERE sha256 IS NOT NULL)`,
    )
    .run(addedBefore)
}
