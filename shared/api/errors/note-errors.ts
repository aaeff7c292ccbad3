/** What writing in a note can meet. */
import type { WordsOf } from './error-words.ts'

export type NoteError =
  | { readonly type: 'NoteFull'; readonly limit: number }
  | { readonly type: 'NoteUpdateTooLarge'; readonly limit: number }
  | { readonly type: 'NoteUpdateUnreadable' }
  | { readonly type: 'NoteUpdateNotText' }
  | { readonly type: 'NoteOutOfStep' }

export const noteErrorWords: WordsOf<NoteError> = {
  NoteFull: ({ limit }) => ({
    code: 'BAD_REQUEST',
    message: `This note is full: it holds ${mebibytes(limit)} MB.`,
    safe: 'Everything that was saved before is safe. What you wrote since stands in the editor only.',
    action: 'Delete some text, or copy what is new into another note.',
  }),
  NoteUpdateTooLarge: ({ limit }) => ({
    code: 'BAD_REQUEST',
    message: `This is more than ${mebibytes(limit)} MB of text at once.`,
    safe: 'The note is as it was before.',
    action: 'Take it in smaller pieces.',
  }),
  NoteUpdateUnreadable: () => ({
    code: 'BAD_REQUEST',
    message: 'A change of this note cannot be read.',
    safe: 'The note is as it was before.',
    action: 'Copy what is new, open the note again and paste it.',
  }),
  NoteUpdateNotText: () => ({
    code: 'FORBIDDEN',
    message: 'A change of this note touches more than its text.',
    safe: 'Nothing was changed.',
    action: 'Copy what is new, open the note again and paste it.',
  }),
  NoteOutOfStep: () => ({
    code: 'CONFLICT',
    message: 'This change of the note rests on others that have not arrived.',
    safe: 'Nothing was changed.',
    action: 'Send everything that is missing.',
  }),
}

const mebibytes = (bytes: number): number => Math.round(bytes / (1024 * 1024))
