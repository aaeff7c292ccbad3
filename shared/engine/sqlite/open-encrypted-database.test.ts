import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { flipBit } from '#testing/damage-file.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { openEncryptedDatabase, type EncryptedDatabase, type OpenOptions } from './open-encrypted-database.ts'
import { rekeyInPlace } from './rekey-database.ts'

const open = (options: OpenOptions): EncryptedDatabase => {
  const database = openEncryptedDatabase(options)
  onTestFinished(() => void database.close())
  return database
}

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work()
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error)
  }
  return undefined
}

/** A closed file with rows on several pages. */
const makeFile = (path = join(quickFolder(), 'a.sqlite')): { readonly path: string; readonly key: Buffer } => {
  const key = randomBytes(32)
  const database = openEncryptedDatabase({ path, key })
  database.exec('CREATE TABLE note (text TEXT)')
  for (let row = 0; row < 200; row++)
    database.prepare('INSERT INTO note VALUES (?)').run(`a well known sentence ${row}`)
  database.close()
  return { path, key }
}

test('[STORE-1] nothing in a file can be read without its key, neither its content nor that it is a database', () => {
  const { path, key } = makeFile()
  const database = open({ path, key })
  database.exec("INSERT INTO note VALUES ('a well known sentence in the write-ahead log')")
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file)
    expect(bytes.length).toBeGreaterThan(4096)
    expect(bytes.includes('SQLite format 3')).toBe(false)
    expect(bytes.includes('well known')).toBe(false)
  }
})

test('[STORE-1] the cipher authenticates: no flipped bit of the content goes unnoticed', () => {
  const { path, key } = makeFile()
  const good = readFileSync(path)
  const readAll = (): void => {
    const database = openEncryptedDatabase({ path, key, mustExist: true })
    try {
      database.prepare('SELECT count(*), max(text) FROM note').get()
    } finally {
      database.close()
    }
  }
  expect(codeOf(readAll)).toBeUndefined()
  for (let offset = 30; offset < good.length; offset += 641) {
    writeFileSync(path, good)
    flipBit(path, offset, offset % 8)
    expect(codeOf(readAll), `bit at ${offset}`).toMatch(/^SQLITE_(NOTADB|CORRUPT)/)
  }
})

test('[STORE-2] a file is opened with everything that durability and secrecy need', () => {
  const { path, key } = makeFile()
  const database = open({ path, key, mustExist: true })
  const pragmas = {
    cipher: 'aegis',
    page_size: 4096,
    journal_mode: 'wal',
    synchronous: 2,
    temp_store: 2,
    secure_delete: 1,
    foreign_keys: 1,
    cache_size: -4000,
    busy_timeout: 2000,
    journal_size_limit: 4_194_304,
  }
  const found = Object.keys(pragmas).map((name) => [name, database.pragma(name, { simple: true })])
  expect(Object.fromEntries(found)).toEqual(pragmas)
})

test('[STORE-2] evidence files have larger pages', () => {
  const path = join(quickFolder(), 'b.sqlite')
  const database = open({ path, key: randomBytes(32), pageSize: 16_384 })
  expect(database.pragma('page_size', { simple: true })).toBe(16_384)
})

test.each([0, 16, 31, 33, 64])('[STORE-3] a key of %i bytes is a bug, and no file is made or opened', (length) => {
  const path = join(quickFolder(), 'a.sqlite')
  expect(codeOf(() => openEncryptedDatabase({ path, key: randomBytes(length) }))).toContain('32 bytes')
  expect(existsSync(path)).toBe(false)
})

test('[STORE-3] no error names the key', () => {
  const { path } = makeFile()
  const wrong = randomBytes(32)
  const words = ((): string => {
    try {
      openEncryptedDatabase({ path, key: wrong, mustExist: true })
      return 'opened'
    } catch (error) {
      return `${String(error)} ${JSON.stringify(error)}`
    }
  })()
  expect(words).toContain('not a database')
  for (const form of ['hex', 'base64', 'latin1'] as const) expect(words).not.toContain(wrong.toString(form))
})

test('[STORE-4] with a wrong key or another file of the same key length nothing is opened and nothing is written', () => {
  const { path } = makeFile()
  const before = readFileSync(path)
  expect(codeOf(() => openEncryptedDatabase({ path, key: randomBytes(32), mustExist: true }))).toBe('SQLITE_NOTADB')
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(existsSync(`${path}-wal`)).toBe(false)
})

test.skipIf(process.platform === 'win32')(
  '[STORE-5] a file and its journals are readable for their owner alone',
  () => {
    const { path, key } = makeFile()
    const database = open({ path, key })
    database.exec("INSERT INTO note VALUES ('more')")
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600)
  },
)

test('[STORE-6] an empty file, a folder and a missing file are not taken for a new database', () => {
  const folder = quickFolder()
  const key = randomBytes(32)
  const empty = join(folder, 'empty.sqlite')
  writeFileSync(empty, '')
  mkdirSync(join(folder, 'folder.sqlite'))
  const codeAt = (name: string) =>
    codeOf(() => openEncryptedDatabase({ path: join(folder, name), key, mustExist: true }))
  expect(codeAt('empty.sqlite')).toBe('SQLITE_NOTADB')
  expect(codeAt('folder.sqlite')).toBe('SQLITE_NOTADB')
  expect(codeAt('missing.sqlite')).toBe('ENOENT')
  expect(statSync(empty).size).toBe(0)
  expect(existsSync(join(folder, 'missing.sqlite'))).toBe(false)
})

test('[STORE-70] re-encrypted in place, a file opens with the new key only and keeps its content', () => {
  const { path, key } = makeFile()
  const next = randomBytes(32)
  const database = open({ path, key })
  database.exec("INSERT INTO note VALUES ('still in the write-ahead log')")
  rekeyInPlace(database, next)
  database.exec("INSERT INTO note VALUES ('after')")
  database.close()
  expect(codeOf(() => openEncryptedDatabase({ path, key, mustExist: true }))).toBe('SQLITE_NOTADB')
  const again = open({ path, key: next, mustExist: true })
  expect(again.prepare('SELECT count(*) FROM note').pluck().get()).toBe(202)
  expect(again.pragma('journal_mode', { simple: true })).toBe('wal')
})
