/** In the worker: reads a backup in full and compares it with what its list says. */
import { closeSync, fstatSync, openSync } from 'node:fs'
import { takeTurn, type ServedConversation } from '../workers/serve-conversations.ts'
import { unreadable } from './backup-errors.ts'
import { sealOf } from './backup-format.ts'
import type { BackupMessage, BackupOpening, BackupReply } from './backup-messages.ts'
import { checkAll, openSealed, readHeader } from './read-sealed.ts'

type VerifyOpening = Extract<BackupOpening, { readonly type: 'verify' }>

export const verifyFile = async (
  { path, key }: VerifyOpening,
  conversation: ServedConversation<BackupMessage, BackupReply>,
): Promise<void> => {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    conversation.reply(await verifyOpen(file, key, conversation))
  } catch (error) {
    conversation.reply({ type: 'failed', error: unreadable(path, error) })
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

const verifyOpen = async (
  file: number,
  key: Uint8Array,
  { signal, reply }: ServedConversation<BackupMessage, BackupReply>,
): Promise<BackupReply> => {
  const header = readHeader(file)
  if (!header.ok) return { type: 'failed', error: header.error }
  const { line } = header.value
  const opened = openSealed(file, { line, seal: sealOf(key, line) })
  if (!opened.ok) return { type: 'failed', error: opened.error }
  const { manifest } = opened.value
  const checked = await checkAll(opened.value, async (done) => {
    reply({ type: 'progress', done, total: manifest.bytes })
    await takeTurn()
    return !signal.aborted
  })
  if (!checked.ok) return { type: 'failed', error: checked.error }
  return { type: 'done', manifest, size: fstatSync(file).size, unopened: [] }
}
