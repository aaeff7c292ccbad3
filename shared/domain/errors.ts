/** What a mutation can refuse: values, never thrown. */
import type { Role } from './permissions/roles.ts'

export type DomainError =
  | { readonly type: 'InvalidInput'; readonly issues: readonly { readonly field: string; readonly reason: string }[] }
  | { readonly type: 'RecordNotFound'; readonly entity: string; readonly id: string }
  | { readonly type: 'RecordInTrash'; readonly entity: string; readonly id: string }
  | { readonly type: 'NotPermitted'; readonly role: Role; readonly what: string }
  | { readonly type: 'ClientArchived' }
  | { readonly type: 'LastOwner' }
  /** A draft, or decided already: only what was submitted can be reviewed. */
  | { readonly type: 'EvidenceNotSubmitted' }
  | { readonly type: 'EvidencePeriodReversed'; readonly from: string; readonly to: string }
