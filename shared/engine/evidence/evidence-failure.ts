/** What the file store answers, as the engine says it. */
import type { EngineError } from '#api/errors.ts'
import { assertNever } from '#domain/result.ts'
import type { FileError } from '../files/file-errors.ts'

/** `name`: of the file that was read or written. */
export const evidenceFailure = (error: EngineError | FileError, name: string): EngineError => {
  if (error.type === 'FileDamaged' && 'sha256' in error) return { type: 'EvidenceFileDamaged', sha256: error.sha256 }
  if (!isFileError(error)) return error
  switch (error.type) {
    case 'SourceChanged':
      return { type: 'EvidenceSourceChanged', name }
    case 'SourceUnreadable':
      return { type: 'EvidenceSourceUnreadable', name, code: error.code }
    case 'FileNotFound':
      return { type: 'EvidenceFileMissing', sha256: error.sha256 }
    case 'StoreDamaged':
      return { type: 'EvidenceStoreDamaged' }
    case 'StoreUnavailable':
      return { type: 'EvidenceStoreUnavailable', code: error.code }
    case 'TargetUnwritable':
      return { type: 'EvidenceTargetUnwritable', path: name, code: error.code }
    case 'WorkerDied':
      return { type: 'EvidenceStoreUnavailable', code: 'WORKER_DIED' }
    default:
      return assertNever(error)
  }
}

const ofFiles = [
  'SourceChanged',
  'SourceUnreadable',
  'FileNotFound',
  'StoreDamaged',
  'StoreUnavailable',
  'TargetUnwritable',
  'WorkerDied',
] as const
type FileOnly = Extract<FileError, { readonly type: (typeof ofFiles)[number] }>

/** Those that the engine has no word for; the others (a full disk, a cancelled job) are the engine's own. */
const isFileError = (error: EngineError | FileError): error is FileOnly =>
  (ofFiles as readonly string[]).includes(error.type)
