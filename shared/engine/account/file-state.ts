/** How trouble with a client's file is shown: a state in its row and a reason why it needs attention. */
import type { FileState } from '#domain/scoring/client-facts.ts'
import type { TenantFileError } from '../tenant/open-tenant.ts'

/** Undefined for trouble that says nothing about the file itself: a full disk, a busy file. */
export const fileStateOf = (error: TenantFileError): FileState | undefined => {
  switch (error.type) {
    case 'FileDamaged':
      return 'damaged'
    case 'FileMissing':
      return 'missing'
    case 'FileKeyMissing':
      return 'keyMissing'
    case 'NewerVersion':
      return 'newerVersion'
    case 'DiskFull':
    case 'ReadOnly':
    case 'FileGone':
    case 'FileBusy':
    case 'StorageFailed':
      return undefined
  }
}
