/** What an engine does with the notes of a client. */
import type { NoteAudience, NoteRef } from '#domain/entities/note.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'

export type AccountNotes = {
  /** Those that the acting member may read and that are not in the trash, the one edited last first. */
  list(clientId: string): Result<readonly NoteSummary[], EngineError>
  create(clientId: string, note: NewNote): Promise<Result<NoteRef, EngineError>>
  /** Takes in a change of the text. The answer comes after it is on the disk. */
  write(clientId: string, change: NoteChange): Promise<Result<{ readonly at: string }, EngineError>>
  /** The text as it is now, then every change that somebody else makes. Ends with the account and with the signal. */
  open(clientId: string, reader: NoteReader): Result<AsyncIterable<NoteMessage>, EngineError>
}

export type NoteSummary = NoteRef & {
  readonly title: string | null
  /** The beginning of the text in one line. */
  readonly excerpt: string | null
  readonly createdAt: string | null
  /** Of the text; when it was made, as long as nothing is written. */
  readonly editedAt: string | null
  /** Member who wrote last; null as long as nothing is written. */
  readonly editedBy: string | null
}

export type NewNote = { readonly audience: NoteAudience; readonly title?: string | undefined }

export type NoteChange = {
  readonly note: NoteRef
  /** Yjs update of the text. */
  readonly update: Uint8Array
  /** The page that wrote it: it gets no echo. */
  readonly page: string
}

export type NoteReader = {
  readonly note: NoteRef
  readonly page: string
  /** Yjs state vector of what the reader holds by now; nothing yet: none. */
  readonly stateVector?: Uint8Array | undefined
  readonly signal?: AbortSignal | undefined
}

export type NoteMessage =
  /** What the reader lacks, and the state vector of the engine, so that the reader can send what the engine lacks. */
  | { readonly type: 'state'; readonly update: Uint8Array; readonly stateVector: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
