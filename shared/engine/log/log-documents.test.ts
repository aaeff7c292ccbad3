import { expect, test } from 'vitest'
import { createTestTenant, makeEdit, countRows } from '#testing/test-tenant.ts'
import { documentNames, loadDocument } from './log-documents.ts'
import { verifyLog } from './verify-log.ts'

test('[DOC-5] at most 32 documents of a file are held in memory, and one that was let go is the same when it is loaded again', async () => {
  const { log } = await createTestTenant()
  makeEdit(log, 'client.update', { industry: 'Food' })
  for (let part = 0; part < 40; part++) log.documents.load(`controls/${part}`)
  const names = log.documents.loaded().map(({ name }) => name)
  expect(names).toHaveLength(32)
  expect(names).not.toContain('profile')
  makeEdit(log, 'client.update', { industry: 'Retail' })
  expect(log.documents.load('profile')).toMatchObject({ lastSeq: 3, tailRows: 3 })
  expect(verifyLog(log)).toEqual([])
})

test('[DOC-5] a document is loaded whole from the log, and named only once something was written in it', async () => {
  const { log } = await createTestTenant()
  const loaded = loadDocument(log.statements, 'profile')
  expect(loaded).toMatchObject({ name: 'profile', lastSeq: 1, tailRows: 1, epoch: 1 })
  expect(loadDocument(log.statements, 'risks')).toMatchObject({ lastSeq: 0, tailRows: 0, tailBytes: 0 })
  expect(documentNames(log.database)).toEqual(['profile'])
  expect(countRows(log, 'doc_update')).toBe(1)
})
