/** What long work can meet. */
import type { WordsOf } from './error-words.ts'

export type JobError = { readonly type: 'JobNotFound' } | { readonly type: 'Cancelled' }

export const jobErrorWords: WordsOf<JobError> = {
  JobNotFound: () => ({
    code: 'NOT_FOUND',
    message: 'There is no such job.',
    safe: 'Nothing was changed.',
    action: 'Look at the list of jobs: finished ones are kept only for a while.',
  }),
  Cancelled: () => ({
    code: 'CONFLICT',
    message: 'Cancelled.',
    safe: 'Nothing was changed.',
    action: 'Start it again when you want it.',
  }),
}
