/** Somebody who writes in a note, as a page does it: a Yjs document of its own, whose changes go to the engine. */
import * as Y from 'yjs'
import type { Account } from '#api/engine.ts'
import type { EngineError } from '#api/errors.ts'
import type { NoteMessage } from '#api/notes.ts'
import { noteText } from '#domain/document/note-text.ts'
import type { NoteRef } from '#domain/entities/note.ts'
import type { Result } from '#domain/result.ts'
import { expectOk } from './expect-result.ts'

export type NotePage = {
  readonly doc: Y.Doc
  /** The paragraphs of the text, one a line. */
  text(): string
  /** Takes in the engine's next message. */
  hear(): Promise<NoteMessage>
  /** Adds a paragraph at the end and sends the change. */
  write(text: string): Promise<Result<{ readonly at: string }, EngineError>>
  /** Changes the document, and gives what would be sent. */
  change(work: (text: Y.XmlFragment) => void): Uint8Array
  send(update: Uint8Array): Promise<Result<{ readonly at: string }, EngineError>>
  close(): void
}

export type PageOptions = { readonly clientId: string; readonly note: NoteRef; readonly page?: string }

/** With the state of the note in it. */
export const openNotePage = async (account: Account, options: PageOptions): Promise<NotePage> => {
  const { clientId, note, page = 'page' } = options
  const doc = new Y.Doc()
  const controller = new AbortController()
  const messages = expectOk(account.notes.open(clientId, { note, page, signal: controller.signal }))
  const upcoming = messages[Symbol.asyncIterator]()
  const hear = async (): Promise<NoteMessage> => {
    const next = await upcoming.next()
    if (next.done === true) throw new Error('the note was closed')
    const message = next.value
    Y.applyUpdate(doc, message.update)
    return message
  }
  const change = (work: (text: Y.XmlFragment) => void): Uint8Array => {
    const updates: Uint8Array[] = []
    const collect = (update: Uint8Array): void => void updates.push(update)
    doc.on('update', collect)
    doc.transact(() => work(noteText(doc)))
    doc.off('update', collect)
    return Y.mergeUpdates(updates)
  }
  const send = (update: Uint8Array) => account.notes.write(clientId, { note, update, page })
  await hear()
  return {
    doc,
    text: () => paragraphsOf(doc),
    hear,
    change,
    send,
    write: (text) => send(change((fragment) => fragment.insert(fragment.length, [paragraph(text)]))),
    close: () => controller.abort(),
  }
}

export const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

const paragraphsOf = (doc: Y.Doc): string =>
  noteText(doc)
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.toJSON().replaceAll(/<[^>]*>/g, '') : ''))
    .join('\n')
