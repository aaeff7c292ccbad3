/** In the worker: writes a backup under its temporary name, syncs it, reads it again in full, and leaves the renaming to the engine. */
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, rmSync } from 'node:fs'
import { storageFailure } from '../sqlite/storage-failure.ts'
import { takeTurn, type ServedConversation } from '../workers/serve-conversations.ts'
import { targetFailed } from './backup-errors.ts'
import { sealOf, type BackupEntry } from './backup-format.ts'
import type { BackupMessage, BackupOpening, BackupReply, SourceFile } from './backup-messages.ts'
import { checkAll, openSealed, type OpenBackup } from './read-sealed.ts'
import { openRaw, openSnapshot, type FileSnapshot, type RawPart } from './snapshot-file.ts'
import { createSealedWriter, writeWhole, type SealedWriter } from './write-sealed.ts'

type WriteOpening = Extract<BackupOpening, { readonly type: 'write' }>
type WriteConversation = ServedConversation<BackupMessage, BackupReply>

/** Bytes between two looks at whether somebody cancelled. */
const turnEvery = 16 * 1_048_576

class Cancelled extends Error {}
/** What went wrong on the side of the files that are being backed up. */
class SourceFailure extends Error {
  override readonly cause: unknown
  constructor(cause: unknown) {
    super('a source cannot be read')
    this.cause = cause
  }
}

/** The last reply comes when everything is closed and, unless it is good news, removed. */
export const writeBackup = async (opening: WriteOpening, conversation: WriteConversation): Promise<void> => {
  const { path } = opening
  let file: number | undefined
  let last: BackupReply
  try {
    file = openSync(path, 'wx+', 0o600)
    last = await writeAndCheck(file, opening, conversation)
  } catch (error) {
    last = { type: 'failed', error: failureOf(path, error) }
  }
  if (file !== undefined) closeSync(file)
  if (file !== undefined && last.type === 'failed') removeUnfinished(path)
  conversation.reply(last)
}

const removeUnfinished = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // A disk that refuses this too says nothing new; the next backup begins with removing it.
  }
}

const failureOf = (path: string, error: unknown): Extract<BackupReply, { readonly type: 'failed' }>['error'] => {
  if (error instanceof Cancelled) return { type: 'Cancelled' }
  return error instanceof SourceFailure ? storageFailure(error.cause) : targetFailed(path, error)
}

const writeAndCheck = async (
  file: number,
  { path, headerLine, key }: WriteOpening,
  conversation: WriteConversation,
): Promise<BackupReply> => {
  const seal = sealOf(key, headerLine)
  writeWhole(file, headerLine)
  const sink = createSink(createSealedWriter(file, seal), conversation)
  for (;;) {
    const message = await conversation.next()
    if (message === undefined) throw new Cancelled()
    if (message.type === 'finish') break
    await takeMessage(sink, message, conversation)
  }
  const { writer, keyring, entries, troubled } = sink
  const manifest = writer.finish({ keyring, entries, troubled: [...troubled] })
  fsyncSync(file)
  // Under its name, as whoever needs it will: a disk that was taken away shows here.
  const again = openSync(path, 'r')
  try {
    const opened = openSealed(again, { line: Buffer.from(headerLine), seal })
    const checked = opened.ok ? await readAgain(opened.value, conversation) : opened
    if (!checked.ok) return { type: 'failed', error: checked.error }
  } finally {
    closeSync(again)
  }
  return { type: 'done', manifest, size: fstatSync(file).size, unopened: [] }
}

const readAgain = (backup: OpenBackup, conversation: WriteConversation) => {
  let lastTurn = 0
  return checkAll(backup, async (done) => {
    if (done - lastTurn < turnEvery) return true
    lastTurn = done
    conversation.reply({ type: 'progress', done: backup.manifest.bytes + done, total: 0 })
    return goOn(conversation)
  })
}

type Sink = {
  keyring: string
  readonly writer: SealedWriter
  readonly entries: BackupEntry[]
  readonly troubled: Set<string>
  /** Everything that the part gives, as one entry. */
  take(name: string, part: RawPart): Promise<void>
}

const createSink = (writer: SealedWriter, conversation: WriteConversation): Sink => {
  const entries: BackupEntry[] = []
  let lastTurn = 0
  return {
    keyring: '',
    writer,
    entries,
    troubled: new Set(),
    async take(name, part) {
      const start = writer.written()
      for (;;) {
        const read = readSource(part, writer.space())
        if (read === 0) break
        writer.filled(read)
        if (writer.written() - lastTurn < turnEvery) continue
        lastTurn = writer.written()
        if (!(await goOn(conversation))) throw new Cancelled()
        conversation.reply({ type: 'progress', done: lastTurn, total: 0 })
      }
      entries.push({ name, bytes: writer.written() - start })
    },
  }
}

const readSource = (part: RawPart, space: Buffer): number => {
  try {
    return part.read(space)
  } catch (error) {
    throw new SourceFailure(error)
  }
}

const takeMessage = async (
  sink: Sink,
  message: Exclude<BackupMessage, { readonly type: 'finish' }>,
  conversation: WriteConversation,
): Promise<void> => {
  if (message.type === 'keyring') {
    sink.keyring = message.text
    return conversation.reply({ type: 'taken' })
  }
  if (message.type === 'portfolio') {
    const ids = await takePortfolio(sink, message.file)
    return conversation.reply({ type: 'tenants', ids })
  }
  for (const source of message.files) await takeSource(sink, source)
  if (!(await goOn(conversation))) throw new Cancelled()
  conversation.reply({ type: 'progress', done: sink.writer.written(), total: 0 })
  conversation.reply({ type: 'taken' })
}

/** The clients of the very moment that the portfolio is taken at: all others come later and belong to no backup yet. */
const takePortfolio = async (sink: Sink, { name, path, key }: SourceFile): Promise<readonly string[]> => {
  const snapshot = openSource(() => openSnapshot(path, key ?? new Uint8Array()))
  try {
    const ids = snapshot.database?.prepare("SELECT id FROM tenant WHERE state = 'live' ORDER BY id").pluck().all()
    await takeSnapshot(sink, name, snapshot)
    return ids as readonly string[]
  } finally {
    snapshot.close()
  }
}

const openSource = (open: () => FileSnapshot): FileSnapshot => {
  try {
    return open()
  } catch (error) {
    throw new SourceFailure(error)
  }
}

const takeSource = async (sink: Sink, source: SourceFile): Promise<void> => {
  const { name, path, key, optional } = source
  if (!existsSync(path)) {
    if (!optional) sink.troubled.add(tenantOf(name))
    return
  }
  const snapshot = openWell(path, key)
  if (snapshot.database === undefined) sink.troubled.add(tenantOf(name))
  try {
    await takeSnapshot(sink, name, snapshot)
  } finally {
    snapshot.close()
  }
}

/** A file that does not open is kept as it is: it may be all that is left. Trouble of another kind ends the backup. */
const openWell = (path: string, key: Uint8Array | undefined): FileSnapshot => {
  if (key === undefined) return openSource(() => openRaw(path))
  try {
    return openSnapshot(path, key)
  } catch (error) {
    if (storageFailure(error).type !== 'FileDamaged') throw new SourceFailure(error)
    return openSource(() => openRaw(path))
  }
}

const takeSnapshot = async (sink: Sink, name: string, snapshot: FileSnapshot): Promise<void> => {
  await sink.take(name, snapshot.main)
  if (snapshot.log === undefined) return
  await sink.take(`${name}-wal`, snapshot.log)
  const taken = sink.entries.pop()
  if (taken === undefined || taken.bytes === 0) return
  sink.entries.push(snapshot.isLogValid() ? taken : { ...taken, name: `${name}-wal-unused` })
}

const tenantOf = (name: string): string => name.split('/')[1] ?? name

const goOn = async ({ signal }: WriteConversation): Promise<boolean> => {
  await takeTurn()
  return !signal.aborted
}
