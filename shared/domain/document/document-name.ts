/**
 * The Yjs documents of a tenant and of a practice. The kind is the unit of permission: a server sees opaque
 * updates, so everything in one document is readable and writable by the same roles.
 */
export const tenantDocumentKinds = [
  'profile',
  'controls',
  'risks',
  'assessment',
  'tasks',
  'requests',
  'discussion',
  'decisions',
  'history',
  'internal',
  'note',
] as const
export const practiceDocumentKinds = ['practice', 'library', 'templates', 'billing', 'connections'] as const

export type TenantDocumentKind = (typeof tenantDocumentKinds)[number]
export type PracticeDocumentKind = (typeof practiceDocumentKinds)[number]
export type DocumentKind = TenantDocumentKind | PracticeDocumentKind

/** `profile`, or kind and part: `controls/7`, `assessment/<id>`. */
export type DocumentName = DocumentKind | `${DocumentKind}/${string}`

const kinds: ReadonlySet<string> = new Set([...tenantDocumentKinds, ...practiceDocumentKinds])

/** Whose file a document of this kind lies in. */
export const documentSpace = (kind: DocumentKind): 'tenant' | 'practice' =>
  (tenantDocumentKinds as readonly DocumentKind[]).includes(kind) ? 'tenant' : 'practice'

/** The kind of a document name, or undefined when the name is not one of ours. */
export const documentKind = (name: string): DocumentKind | undefined => {
  const slash = name.indexOf('/')
  const kind = slash === -1 ? name : name.slice(0, slash)
  return kinds.has(kind) && slash !== name.length - 1 ? (kind as DocumentKind) : undefined
}
