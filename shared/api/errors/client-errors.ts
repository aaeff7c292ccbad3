/** What finding and bringing in clients can meet. */
import type { WordsOf } from './error-words.ts'

export type ClientError =
  | { readonly type: 'ClientNotFound'; readonly wanted: string }
  | { readonly type: 'ClientAmbiguous'; readonly wanted: string; readonly ids: readonly string[] }
  | { readonly type: 'NameNotConfirmed'; readonly name: string }
  | { readonly type: 'ClientLeaving'; readonly name: string }
  | { readonly type: 'NotYetDestroyed' }
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
  NameNotConfirmed: (error) => ({
    code: 'BAD_REQUEST',
    message: `The name that was typed is not "${error.name}".`,
    safe: 'Nothing was deleted.',
    action: 'Type the name as it stands in the client list.',
  }),
  ClientLeaving: (error) => ({
    code: 'CONFLICT',
    message: `${error.name} is being handed over right now.`,
    safe: 'Nothing was changed.',
    action: 'Wait until that is done, or cancel it in the list of jobs.',
  }),
  NotYetDestroyed: () => ({
    code: 'UNAVAILABLE',
    message: 'The client is deleted, but its key is not off this disk yet: the keyring could not be written.',
    safe: 'Other clients are separate files and are not affected.',
    action: 'Free some space, then lock and unlock the account: that ends it.',
  }),
  // The reason is whole: whoever read the table knows best what to do about it.
  ImportRefused: (error) => ({ code: 'BAD_REQUEST', message: error.reason }),
}
