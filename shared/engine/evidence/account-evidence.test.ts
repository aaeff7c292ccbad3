import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AddReport, NewEvidence } from '#api/evidence.ts'
import type { Account } from '#api/engine.ts'
import { addClient, createTestEngine, jobEnd } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { unpackedBytes } from '#testing/read-download.ts'

const shaOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

const addFiles = async (account: Account, clientId: string, evidence: NewEvidence) => {
  const job = await jobEnd(account, expectOk(account.evidence.add(clientId, evidence)).jobId)
  return { report: job.result as AddReport, error: job.error }
}
const prepare = async () => {
  const opened = await createTestEngine()
  const { id: clientId } = await addClient(opened.account, 'Harbor Foods')
  return { ...opened, clientId, folder: quickFolder() }
}

test('[EVID-30] the hash in the list is that of the file, and what is saved is the same bytes', async () => {
  const { account, clientId, folder } = await prepare()
  const bytes = randomBytes(700_000)
  const path = join(folder, 'Access review.bin')
  writeFileSync(path, bytes)
  const { report } = await addFiles(account, clientId, { files: [{ path }], controls: ['IAM-03'], submit: true })
  expect(report.added).toMatchObject([{ sha256: shaOf(bytes), size: 700_000, sameFileIn: [] }])
  const { items } = expectOk(account.evidence.list(clientId, {}))
  expect(items).toMatchObject([
    { title: 'Access review', status: 'submitted', collectedOn: '2026-03-02', revision: { sha256: shaOf(bytes) } },
  ])
  const evidenceId = items[0]?.id ?? ''
  const out = join(folder, 'out.bin')
  const saved = await jobEnd(account, expectOk(account.evidence.save(clientId, { evidenceId, path: out })).jobId)
  expect(saved.result).toEqual({ path: out, sha256: shaOf(bytes), size: 700_000 })
  expect(readFileSync(out).equals(bytes)).toBe(true)
  expect((await unpackedBytes(account, clientId, evidenceId)).equals(bytes)).toBe(true)
})

test('[EVID-31] the same file twice is stored once, and where it is already is told', async () => {
  const { account, clientId, folder } = await prepare()
  for (const name of ['first.txt', 'second.txt']) writeFileSync(join(folder, name), 'the same')
  await addFiles(account, clientId, { files: [{ path: join(folder, 'first.txt') }] })
  const { report } = await addFiles(account, clientId, { files: [{ path: join(folder, 'second.txt') }] })
  expect(report.added[0]?.sameFileIn).toMatchObject([{ title: 'first' }])
  expect(expectOk(account.evidence.list(clientId, {})).total).toBe(2)
})

test('[EVID-32] an empty file, a program and a name with signs are kept: cleaned, flagged and told', async () => {
  const { account, clientId, folder } = await prepare()
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'tool.sh'), '#!/bin/sh\n')
  writeFileSync(join(folder, 'what?.txt'), 'x')
  const { report } = await addFiles(account, clientId, { files: [{ path: folder }] })
  expect(report.failed).toEqual([])
  expect(report.added).toMatchObject([
    { fileName: 'empty.txt', size: 0, sha256: shaOf(''), isExecutable: false },
    { fileName: 'tool.sh', isExecutable: true },
    { fileName: 'what-.txt', originalName: 'what?.txt' },
  ])
  const [empty] = report.added
  expect(expectOk(await account.evidence.preview(clientId, { evidenceId: empty?.id ?? '' }))).toEqual({
    kind: 'none',
    reason: 'empty',
  })
  expect((await unpackedBytes(account, clientId, empty?.id ?? '')).length).toBe(0)
})

test('[EVID-33] what cannot be read is refused in words and leaves nothing', async () => {
  const { account, clientId, folder } = await prepare()
  const gone = await addFiles(account, clientId, { files: [{ path: join(folder, 'gone.txt') }] })
  expect(gone.error).toMatchObject({ type: 'EvidenceSourceUnreadable', code: 'ENOENT' })
  mkdirSync(join(folder, 'nothing'))
  const empty = await addFiles(account, clientId, { files: [{ path: join(folder, 'nothing') }] })
  expect(empty.error).toMatchObject({ type: 'EvidenceSourceUnreadable', code: 'EMPTY_FOLDER' })
  expect(expectOk(account.evidence.list(clientId, {})).total).toBe(0)
})

test('[EVID-34] a folder brings every file in it but the hidden ones; one that fails is named and the rest is there', async () => {
  const { account, clientId, folder } = await prepare()
  mkdirSync(join(folder, 'sub'))
  for (const name of ['a.txt', 'sub/b.txt', '.hidden']) writeFileSync(join(folder, name), name)
  const files = [{ path: folder }, { uploadId: '00000000-0000-7000-8000-000000000bad', fileName: 'c.txt' }]
  const { report } = await addFiles(account, clientId, { files })
  expect(report.added.map(({ title }) => title)).toEqual(['a', 'b'])
  expect(report.failed).toMatchObject([{ name: 'c.txt' }])
})

test('[EVID-35] an upload in pieces is stored as it comes and added once', async () => {
  const { account, clientId } = await prepare()
  const { uploads } = account.evidence
  const bytes = randomBytes(2_500_000)
  const { uploadId } = expectOk(uploads.start(clientId))
  for (let at = 0; at < bytes.length; at += 1_000_000)
    expectOk(await uploads.piece(uploadId, bytes.subarray(at, at + 1_000_000)))
  expect(expectOk(await uploads.finish(uploadId))).toMatchObject({ sha256: shaOf(bytes), size: bytes.length })
  const files = [{ uploadId, fileName: 'C:\\photos\\rack.jpg' }]
  const { report } = await addFiles(account, clientId, { files })
  expect(report.added).toMatchObject([{ fileName: 'rack.jpg', originalName: 'C:\\photos\\rack.jpg', title: 'rack' }])
  expect((await addFiles(account, clientId, { files })).error).toEqual({ type: 'TransferGone' })
})

test('[EVID-35] a cancelled upload and an unknown one take nothing more', async () => {
  const { account, clientId } = await prepare()
  const { uploads } = account.evidence
  const { uploadId } = expectOk(uploads.start(clientId))
  expectOk(await uploads.piece(uploadId, randomBytes(10)))
  uploads.cancel(uploadId)
  expect(expectError(await uploads.piece(uploadId, randomBytes(10)))).toEqual({ type: 'TransferGone' })
  expect(expectError(await uploads.finish(uploadId))).toEqual({ type: 'TransferGone' })
})

test('[EVID-36] a preview is a picture, a PDF, a table or text by its bytes, and nothing that could run', async () => {
  const { account, clientId, folder } = await prepare()
  const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), randomBytes(50)])
  const contents: readonly (readonly [string, Uint8Array | string])[] = [
    ['a.png.txt', png],
    ['b.pdf', '%PDF-1.7 …'],
    ['c.csv', 'Name;Role\n"Ada; B";owner\n'],
    ['d.svg', '<svg onload="alert(1)"/>'],
    ['e.png', 'no picture'],
    ['f.bin', Uint8Array.from([1, 0, 2])],
    ['g.txt', 'é'.repeat(100_000)],
  ]
  const previews = []
  for (const [name, content] of contents) {
    writeFileSync(join(folder, name), content)
    const { report } = await addFiles(account, clientId, { files: [{ path: join(folder, name) }] })
    previews.push(expectOk(await account.evidence.preview(clientId, { evidenceId: report.added[0]?.id ?? '' })))
  }
  expect(previews).toMatchObject([
    { kind: 'image', mediaType: 'image/png' },
    { kind: 'pdf' },
    {
      kind: 'table',
      rows: [
        ['Name', 'Role'],
        ['Ada; B', 'owner'],
      ],
      isCut: false,
    },
    { kind: 'text', text: '<svg onload="alert(1)"/>' },
    { kind: 'text', text: 'no picture' },
    { kind: 'none', reason: 'unknownType' },
    { kind: 'text', text: 'é'.repeat(65_536), isCut: true },
  ])
})

test('[EVID-5] a clock that is turned back gains nothing, not even over a restart', async () => {
  const opened = await prepare()
  const { clientId, folder, clock } = opened
  const path = join(folder, 'a.txt')
  writeFileSync(path, 'x')
  const { report } = await addFiles(opened.account, clientId, { files: [{ path }], validUntil: '2026-04-01' })
  const evidenceId = report.added[0]?.id ?? ''
  expectOk(await opened.account.clients.edit(clientId, 'evidence.accept', { evidenceId }))
  const standing = (account: Account) => expectOk(account.evidence.get(clientId, evidenceId)).standing
  expect(standing(opened.account)).toBe('counts')
  clock.advance(60 * 86_400_000)
  expect(standing(opened.account)).toBe('expired')
  clock.advance(-60 * 86_400_000)
  expect(standing(opened.account)).toBe('expired')
  expect(standing((await opened.restart()).account)).toBe('expired')
})
