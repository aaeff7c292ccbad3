/** What finding and bringing in clients can meet. */
import type { WordsOf } from './error-words.ts'

export type ClientError =
  | { readonly type: 'ClientNotFound'; readonly wanted: string }
  | { readonly type: 'ClientAmbiguous'; readonly wanted: string; readonly ids: readonly string[] }
  | { readonly type: 'ImportRefused'; readonly reason: string }
  | { readonly type: 'ImportGone' }
  | { readonly type: 'ChangesGone' }

export const clientErrorWords: WordsOf<ClientError> = {
  ClientNotFound: (error) => ({
    code: 'NOT_FOUND',
    message: `No client is called "${error.wanted}".`,
    safe: 'Nothing was changed.',
    action: 'Use a name or id from the client list.',
  }),
  ClientAmbiguous: (error) => ({
    code: 'BAD_REQUEST',
    message: `${error.ids.length} clients are called "${error.wanted}".`,
    safe: 'Nothing was changed.',
    action: `Use an id: ${error.ids.join(', ')}.`,
  }),
  ImportGone: () => ({
    code: 'NOT_FOUND',
    message: 'This file is not held any more.',
    safe: 'Nothing was imported.',
    action: 'Choose the file again.',
  }),
  ChangesGone: () => ({
    code: 'NOT_FOUND',
    message: 'This cannot be undone any more.',
    safe: 'Everything is as it was before you asked.',
    action: 'Change the clients that are to be different.',
  }),
  // The reason is whole: whoever read the table knows best what to do about it.
  ImportRefused: (error) => ({ code: 'BAD_REQUEST', message: error.reason }),
}
