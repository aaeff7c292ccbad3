/** What a mutation can refuse: values, never thrown. */
export type DomainError =
  | { readonly type: 'InvalidInput'; readonly issues: readonly { readonly field: string; readonly reason: string }[] }
  | { readonly type: 'RecordNotFound'; readonly entity: string; readonly id: string }
  | { readonly type: 'RecordInTrash'; readonly entity: string; readonly id: string }
  | { readonly type: 'ClientArchived' }
  | { readonly type: 'LastOwner' }
