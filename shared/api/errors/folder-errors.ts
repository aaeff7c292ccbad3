/** What looking for a data folder can meet. */
import type { WordsOf } from './error-words.ts'

export type FolderError =
  | { readonly type: 'FolderNotFound'; readonly path: string }
  | { readonly type: 'NotADataFolder'; readonly path: string }
  | { readonly type: 'FolderInUseElsewhere'; readonly path: string }
  | { readonly type: 'FolderOpenHere'; readonly path: string }
  | { readonly type: 'FolderReadOnly'; readonly path: string }
  | { readonly type: 'FolderFixed' }

export const folderErrorWords: WordsOf<FolderError> = {
  FolderNotFound: ({ path }) => ({
    code: 'NOT_FOUND',
    message: `There is no folder ${path}.`,
    safe: 'Nothing was changed.',
    action: 'Check the path, or connect the disk that it is on.',
  }),
  NotADataFolder: ({ path }) => ({
    code: 'PRECONDITION_FAILED',
    message: `The folder ${path} holds no account of SecurAtlas.`,
    safe: 'Nothing was changed.',
    action: 'Choose the folder that has a folder named "accounts" in it.',
  }),
  FolderInUseElsewhere: ({ path }) => ({
    code: 'CONFLICT',
    message: `Another SecurAtlas is working on ${path}.`,
    safe: 'Nothing was changed.',
    action: 'Close it, on this computer or on the one that shares the folder, then try again.',
  }),
  FolderOpenHere: ({ path }) => ({
    code: 'CONFLICT',
    message: `The folder ${path} is the one that is open now.`,
    safe: 'Nothing was changed.',
    action: 'Choose another folder.',
  }),
  FolderReadOnly: ({ path }) => ({
    code: 'UNAVAILABLE',
    message: `The folder ${path} cannot be written.`,
    safe: 'Nothing was changed.',
    action: 'Check the rights of the folder and of its disk, then try again.',
  }),
  FolderFixed: () => ({
    code: 'PRECONDITION_FAILED',
    message: 'This program keeps to the data folder that it was started on.',
    safe: 'Nothing was changed.',
    action: 'Start it with --data-dir for another one.',
  }),
}
