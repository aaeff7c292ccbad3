/**
 * In the worker: writes entries of a backup as files of their own, opens each once so that its write-ahead log is part
 * of it. The caller syncs them. A file that does not open is left as it was backed up, and named.
 */
import { closeSync, openSync, rmSync } from 'node:fs'
import { ok, type Result } from '#domain/result.ts'
import { makePrivate, openEncryptedDatabase, rekeyDatabase } from '../sqlite/open-encrypted-database.ts'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { takeTurn, type ServedConversation } from '../workers/serve-conversations.ts'
import { unreadable, type BackupDamaged } from './backup-errors.ts'
import { sealOf, type BackupManifest } from './backup-format.ts'
import type { BackupMessage, BackupOpening, BackupReply, ExtractOrder } from './backup-messages.ts'
import { openSealed, readChunks, readHeader, type OpenBackup } from './read-sealed.ts'
import { writeWhole } from './write-sealed.ts'

type ExtractOpening = Extract<BackupOpening, { readonly type: 'extract' }>
type ExtractConversation = ServedConversation<BackupMessage, BackupReply>

export const extractEntries = async (opening: ExtractOpening, conversation: ExtractConversation): Promise<void> => {
  let file: number | undefined
  try {
    file = openSync(opening.path, 'r')
  } catch (error) {
    return conversation.reply({ type: 'failed', error: unreadable(opening.path, error) })
  }
  try {
    conversation.reply(await extractAll(file, opening, conversation))
  } catch (error) {
    conversation.reply({ type: 'failed', error: storageFailure(error) })
  } finally {
    closeSync(file)
  }
}

const extractAll = async (
  file: number,
  { key, orders }: ExtractOpening,
  conversation: ExtractConversation,
): Promise<BackupReply> => {
  const header = readHeader(file)
  if (!header.ok) return { type: 'failed', error: header.error }
  const { line } = header.value
  const opened = openSealed(file, { line, seal: sealOf(key, line) })
  if (!opened.ok) return { type: 'failed', error: opened.error }
  const places = placesOf(opened.value.manifest)
  const total = orders.reduce((sum, { name }) => sum + lengthOf(places, name), 0)
  const unopened: string[] = []
  let done = 0
  for (const order of orders) {
    await takeTurn()
    if (conversation.signal.aborted) return { type: 'failed', error: { type: 'Cancelled' } }
    const written = await writeEntry(opened.value, places, order)
    if (!written.ok) return { type: 'failed', error: written.error }
    if (written.value && !settle(order)) unopened.push(order.name)
    done += lengthOf(places, order.name)
    conversation.reply({ type: 'progress', done, total })
  }
  return { type: 'done', manifest: opened.value.manifest, size: 0, unopened }
}

type Places = ReadonlyMap<string, { readonly start: number; readonly end: number }>

/** Where each entry lies among the plain bytes. */
const placesOf = ({ entries }: BackupManifest): Places => {
  const places = new Map<string, { readonly start: number; readonly end: number }>()
  let start = 0
  for (const { name, bytes } of entries) {
    places.set(name, { start, end: start + bytes })
    start += bytes
  }
  return places
}

const lengthOf = (places: Places, name: string): number => {
  const place = places.get(name)
  return place === undefined ? 0 : place.end - place.start
}

/** False when the backup has no such entry: the client had no evidence, or its file was missing. */
const writeEntry = async (
  backup: OpenBackup,
  places: Places,
  { name, path }: ExtractOrder,
): Promise<Result<boolean, BackupDamaged>> => {
  const place = places.get(name)
  if (place === undefined) return ok(false)
  const copied = await copyPlace(backup, place, path)
  const log = places.get(`${name}-wal`)
  if (!copied.ok || log === undefined) return copied
  return copyPlace(backup, log, `${path}-wal`)
}

const copyPlace = async (
  backup: OpenBackup,
  { start, end }: { readonly start: number; readonly end: number },
  path: string,
): Promise<Result<boolean, BackupDamaged>> => {
  rmSync(path, { force: true })
  makePrivate(path)
  const target = openSync(path, 'r+')
  try {
    const chunks = readChunks(backup, start, end)
    for (;;) {
      const next = chunks.next()
      if (next.done === true) return next.value.ok ? ok(true) : next.value
      const { bytes, start: at } = next.value
      writeWhole(target, bytes.subarray(Math.max(0, start - at), Math.max(0, end - at)))
      await takeTurn()
    }
  } finally {
    closeSync(target)
  }
}

/** Opened here, once, so that what was in its log is in the file and nothing lies beside it. */
const settle = ({ path, key, newKey, forget }: ExtractOrder): boolean => {
  if (key === undefined) return true
  try {
    const database = openEncryptedDatabase({ path, key, mustExist: true, bulk: true })
    try {
      for (const row of forget) database.prepare('DELETE FROM meta WHERE key = ?').run(row)
      if (newKey !== undefined) rekeyDatabase(database, newKey)
      database.pragma('journal_mode = WAL')
    } finally {
      database.close()
    }
    return true
  } catch (error) {
    if (storageFailure(error).type !== 'FileDamaged') throw error
    return false
  }
}
