/** What finding and bringing in clients can meet. */
import type { WordsOf } from './error-words.ts'

export type ClientError =
  | { readonly type: 'ClientNotFound'; readonly wanted: string }
  | { readonly type: 'ClientAmbiguous'; readonly wanted: string; readonly ids: readonly string[] }
  | { readonly type: 'ImportRefused'; readonly reason: string }

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
  // The reason is whole: whoever read the table knows best what to do about it.
  ImportRefused: (error) => ({ code: 'BAD_REQUEST', message: error.reason }),
}
