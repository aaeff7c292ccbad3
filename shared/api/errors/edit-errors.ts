/** What an edit can meet. */
import type { WordsOf } from './error-words.ts'

export type EditError =
  | { readonly type: 'ChangedSince'; readonly fields: readonly string[] }
  | { readonly type: 'NothingToUndo' }
  | { readonly type: 'NothingToRedo' }

export const editErrorWords: WordsOf<EditError> = {
  ChangedSince: (error) => ({
    code: 'CONFLICT',
    message: `Changed again since: ${error.fields.join(', ')}.`,
    safe: 'Nothing was undone.',
    action: 'Set the value you want by hand.',
  }),
  NothingToUndo: () => ({
    code: 'NOT_FOUND',
    message: 'There is nothing to undo.',
    safe: 'Nothing was changed.',
    action: 'Undo reaches back to when the account was unlocked.',
  }),
  NothingToRedo: () => ({
    code: 'NOT_FOUND',
    message: 'There is nothing to redo.',
    safe: 'Nothing was changed.',
    action: 'Only what was undone last can be done again.',
  }),
}
