/** What reading a library can meet. */
import type { WordsOf } from './error-words.ts'

export type LibraryError = { readonly type: 'LibraryNotFound'; readonly id: string }

export const libraryErrorWords: WordsOf<LibraryError> = {
  LibraryNotFound: ({ id }) => ({
    code: 'NOT_FOUND',
    message: `There is no library "${id}".`,
    safe: 'Nothing was changed.',
    action: 'Choose one from the list of libraries.',
  }),
}
