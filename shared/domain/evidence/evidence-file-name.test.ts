import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanFileName, isExecutable, mediaTypeOf, originalNameOf, titleFromFileName } from './evidence-file-name.ts'

test.each([
  ['review.pdf', 'review.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ada\\q1.csv', 'q1.csv'],
  ['a/..', 'a'],
  ['CON', 'CON-file'],
  ['nul.txt', 'nul-file.txt'],
  ['LPT1.tar.gz', 'LPT1.tar-file.gz'],
  ['com¹.log', 'com¹-file.log'],
  ['  .hidden ', 'hidden'],
  ['report. ', 'report'],
  ['what?<now>|"*".txt', 'what-now-.txt'],
  ['tax\u202egpj.exe', 'tax-gpj.exe'],
  ['two\nlines\t.txt', 'two-lines-.txt'],
  ['', 'file'],
  ['...', 'file'],
  ['Übersicht 2026.xlsx', 'Übersicht 2026.xlsx'],
  ['資料.pdf', '資料.pdf'],
])('[EVID-20] the kept name of %j is %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('[EVID-20] a kept name is one that every system can write, whatever it was, and its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
      const kept = cleanFileName(given)
      expect(kept).toMatch(/^[^\p{Cc}/\\<>:"|?*.\s][^\p{Cc}/\\<>:"|?*]*$/u)
      expect(kept).not.toMatch(/[.\s]$/)
      expect(kept.length).toBeLessThanOrEqual(206)
      expect(kept.isWellFormed()).toBe(true)
      expect(cleanFileName(kept)).toBe(kept)
    }),
  )
})

test('[EVID-20] the name that it had stands beside it where it differs', () => {
  expect(originalNameOf('a.pdf', 'a.pdf')).toBeNull()
  expect(originalNameOf('x/a.pdf', 'a.pdf')).toBe('x/a.pdf')
  expect(originalNameOf('a\n.pdf', 'a-.pdf')).toBe('a .pdf')
})

test('[EVID-21] a program is known by its name or its first bytes', () => {
  const [text, program] = [Uint8Array.from([0x61]), Uint8Array.from([0x4d, 0x5a, 0x90])]
  expect(isExecutable('tool.exe', text)).toBe(true)
  expect(isExecutable('invoice.pdf', program)).toBe(true)
  expect(isExecutable('run', Uint8Array.from([0x23, 0x21]))).toBe(true)
  expect(isExecutable('invoice.pdf', text)).toBe(false)
  expect(isExecutable('empty.txt', new Uint8Array())).toBe(false)
})

test('[EVID-22] a title and a type are taken from the name', () => {
  expect(titleFromFileName('access-review_2026-q1.pdf')).toBe('access review 2026 q1')
  expect(titleFromFileName('___.txt')).toBe('___.txt')
  expect([mediaTypeOf('A.PDF'), mediaTypeOf('b.unknown')]).toEqual(['application/pdf', 'application/octet-stream'])
})
