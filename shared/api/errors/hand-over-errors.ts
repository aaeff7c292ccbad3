/** What handing a client over and taking it over can meet. */
import type { WordsOf } from './error-words.ts'

export type HandOverError =
  | { readonly type: 'HandOverExists'; readonly path: string }
  | { readonly type: 'HandOverUnwritable'; readonly path: string; readonly code: string }
  | { readonly type: 'HandOverUnreadable'; readonly path: string; readonly code: string }
  | { readonly type: 'NotAHandOver' }
  | { readonly type: 'NewerHandOver'; readonly version: number }
  | { readonly type: 'HandOverDamaged'; readonly detail: string }
  | { readonly type: 'WrongEnvelopePassphrase' }
  | { readonly type: 'ClientAlreadyHere'; readonly name: string; readonly clientId: string }

export const handOverErrorWords: WordsOf<HandOverError> = {
  HandOverExists: (error) => ({
    code: 'BAD_REQUEST',
    message: `There is a file ${error.path} already.`,
    safe: 'It was left as it is, and nothing was written.',
    action: 'Name another file, or say that this one is to be replaced.',
  }),
  HandOverUnwritable: (error) => ({
    code: 'BAD_REQUEST',
    message: `The file ${error.path} cannot be written (${error.code}).`,
    safe: 'The client is unchanged, and no half-written file was left.',
    action: 'Name a file in a folder that is there and may be written.',
  }),
  HandOverUnreadable: (error) => ({
    code: 'BAD_REQUEST',
    message:
      error.code === 'ENOENT'
        ? `There is no file ${error.path}.`
        : `The file ${error.path} cannot be read (${error.code}).`,
    safe: 'Nothing was changed.',
    action: 'Name the file that was handed over to you.',
  }),
  NotAHandOver: () => ({
    code: 'BAD_REQUEST',
    message: 'This is not a handed-over client.',
    safe: 'Nothing was changed.',
    action: 'Choose the file that "Hand over" made in the other practice.',
  }),
  NewerHandOver: (error) => ({
    code: 'PRECONDITION_FAILED',
    message: `This file was made by a newer version (format ${error.version}).`,
    safe: 'Nothing was changed.',
    action: 'Update the app to take the client over.',
  }),
  HandOverDamaged: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'The file is damaged or incomplete.',
    safe: 'Nothing was taken over, and nothing of it is kept.',
    action: 'Copy it again from where it came, or ask for a new one.',
  }),
  WrongEnvelopePassphrase: () => ({
    code: 'UNAUTHORIZED',
    message: 'This passphrase does not open the file.',
    safe: 'Nothing was changed.',
    action: 'Use the passphrase that was chosen when the client was handed over.',
  }),
  ClientAlreadyHere: (error) => ({
    code: 'CONFLICT',
    message: `This client is already here: ${error.name}.`,
    safe: 'Nothing was changed.',
    action: 'Open it from the client list. To take the file instead, delete the client here for good first.',
  }),
}
