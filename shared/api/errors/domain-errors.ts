/** Words for what the domain itself refuses. */
import type { DomainError } from '#domain/errors.ts'
import type { WordsOf } from './error-words.ts'

export const domainErrorWords: WordsOf<DomainError> = {
  InvalidInput: (error) => ({
    code: 'BAD_REQUEST',
    message: `Not accepted: ${error.issues.map(({ field, reason }) => (field === '' ? reason : `${field}: ${reason}`)).join(' ')}`,
    safe: 'Nothing was changed.',
    action: 'Correct what is named, then try again.',
  }),
  RecordNotFound: (error) => ({
    code: 'NOT_FOUND',
    message: `There is no ${error.entity} with the id ${error.id}.`,
    safe: 'Nothing was changed.',
    action: 'Look at the list again: it may have been removed.',
  }),
  RecordInTrash: (error) => ({
    code: 'CONFLICT',
    message: `This ${error.entity} is in the trash.`,
    safe: 'Nothing was changed.',
    action: 'Restore it first.',
  }),
  ClientArchived: () => ({
    code: 'CONFLICT',
    message: 'This client is archived.',
    safe: 'Nothing was changed.',
    action: 'Restore the client, then change it.',
  }),
  LastOwner: () => ({
    code: 'CONFLICT',
    message: 'A practice needs at least one owner.',
    safe: 'Nothing was changed.',
    action: 'Make somebody else an owner first.',
  }),
  NotPermitted: (error) => ({
    code: 'FORBIDDEN',
    message: `The role ${error.role} may not do this (${error.what}).`,
    safe: 'Nothing was changed.',
    action: 'Ask an owner or admin of the practice.',
  }),
  EvidenceNotSubmitted: () => ({
    code: 'CONFLICT',
    message: 'This evidence is not waiting for a review.',
    safe: 'Nothing was changed.',
    action: 'Submit it first.',
  }),
  EvidencePeriodReversed: ({ from, to }) => ({
    code: 'BAD_REQUEST',
    message: `The period begins on ${from}, after it ends on ${to}.`,
    safe: 'Nothing was changed.',
    action: 'Correct one of the two dates.',
  }),
}
