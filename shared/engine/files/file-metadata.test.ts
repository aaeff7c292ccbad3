import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openEncryptedDatabase, type EncryptedDatabase } from '../sqlite/open-encrypted-database.ts'
import { createFileTableSql, findFile, insertFile, listFiles, type FileMetadata } from './file-metadata.ts'

let folder: string
let tenant: EncryptedDatabase
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-metadata-'))
  tenant = openEncryptedDatabase({ path: join(folder, 'tenant.sqlite'), key: randomBytes(32) })
  tenant.exec(createFileTableSql)
})
afterEach(() => {
  tenant.close()
  rmSync(folder, { recursive: true })
})

const report: FileMetadata = {
  sha256: 'bb'.repeat(32),
  size: 10_000_000_000,
  chunks: 38_147,
  mediaType: 'application/pdf',
  addedAt: '2026-02-03T04:05:06.000Z',
}
const untyped: FileMetadata = { ...report, sha256: 'aa'.repeat(32), mediaType: null }

test('[FILE-50] a file is found by its hash and listed by hash, as it was written', () => {
  insertFile(tenant, report)
  insertFile(tenant, untyped)
  expect(findFile(tenant, report.sha256)).toEqual(report)
  expect(findFile(tenant, 'cc'.repeat(32))).toBeUndefined()
  expect(listFiles(tenant)).toEqual([untyped, report])
})

test('[FILE-50] a file that is there keeps its row', () => {
  insertFile(tenant, report)
  insertFile(tenant, { ...report, mediaType: 'text/plain', addedAt: '2027-01-01T00:00:00.000Z' })
  expect(listFiles(tenant)).toEqual([report])
})
