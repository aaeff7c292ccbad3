import { describe, expect, it } from 'vitest'

import { readWhole, refusalOf, zipOf } from './table-fixtures.ts'

const ole = (...streams: readonly string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...streams.map((stream) => Buffer.from(stream, 'utf16le')),
  ])

const bytes = (...values: readonly number[]): Buffer => Buffer.from(values)

/** Repeatable noise without a single zero byte. */
const noise = (length: number): Buffer => {
  let state = 42
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return 1 + ((state >> 16) % 255)
  }
  return Buffer.from(Array.from({ length }, next))
}

describe('files that are no tables', () => {
  it.each([
    ['an old Excel file (.xls)', ole('Root Entry', 'Workbook')],
    ['protected by a password', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
    ['an old Office file', ole('Root Entry', 'WordDocument')],
    ['a PDF document', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n')],
    ['a picture', Buffer.concat([bytes(0x89), Buffer.from('PNG\r\n\x1a\n'), Buffer.alloc(64)])],
    ['a picture', Buffer.concat([bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16), Buffer.from('JFIF')])],
    ['a picture', Buffer.from('GIF89a\x01\x00\x01\x00')],
    ['a packed archive', bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0)],
    ['a program', Buffer.concat([bytes(0x7f), Buffer.from('ELF'), Buffer.alloc(60)])],
    ['a web page', Buffer.from('\n<!DOCTYPE html><html><table><tr><td>Name</td></tr></table>')],
    [
      'an XML file',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['a JSON file', Buffer.from('[\n  {"name": "Acme"}\n]')],
    ['a text document (RTF)', Buffer.from('{\\rtf1\\ansi Acme}')],
    ['a database', Buffer.from('SQLite format 3\0')],
    ['a zip archive', zipOf({ 'clients.csv': 'Name\nAcme\n' })],
    [
      'an OpenDocument file (.ods)',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['an Apple Numbers file', zipOf({ 'Index/Document.iwa': 'x', 'preview.jpg': 'x' })],
    ['a Word document', zipOf({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<x/>' })],
    ['a binary Excel workbook (.xlsb)', zipOf({ 'xl/workbook.bin': 'x' })],
    ['binary data', Buffer.from('Name,City\nAcme,Bo\0nn\n')],
    ['binary data', noise(2000)],
    ['binary data', Buffer.from(`Name\n${'x'.repeat(40_000)}\n${'y'.repeat(40_000)}\0\n`, 'utf16le')],
  ])('[IMPORT-10] says that this is %s, and what to do', async (seems, content) => {
    const refusal = await refusalOf(content)
    expect(refusal.message).toContain(seems)
    expect(refusal.message).toMatch(/^This .+\. Nothing was imported\. [A-Z].+\.$/u)
  })

  it('[IMPORT-1] goes by what is in a file: a tab-separated text with a control character is one', async () => {
    const text = `Name\tCity\n${'Acme\tBonn\n'.repeat(40)}Bolt\tUlm\u0007\n`
    expect((await readWhole(Buffer.from(`\uFEFF${text}`, 'utf16le'))).ok).toBe(true)
  })
})
