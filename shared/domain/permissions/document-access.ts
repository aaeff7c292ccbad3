/**
 * The one table role × document kind. The screens read it, the engine and the server enforce it for every update,
 * row and file. A kind that a role may not read is never sent to it.
 */
import type { DocumentKind } from '../document/document-name.ts'
import type { Role } from './roles.ts'

export type Access = 'none' | 'read' | 'write'

type AccessByKind = Readonly<Record<DocumentKind, Access>>

const everything: AccessByKind = {
  profile: 'write',
  controls: 'write',
  risks: 'write',
  assessment: 'write',
  tasks: 'write',
  requests: 'write',
  discussion: 'write',
  decisions: 'write',
  history: 'write',
  internal: 'write',
  note: 'write',
  practice: 'write',
  library: 'write',
  templates: 'write',
  billing: 'write',
  connections: 'write',
}
const noPracticeSpace = {
  practice: 'none',
  library: 'none',
  templates: 'none',
  billing: 'none',
  connections: 'none',
} as const

const accessByRole: Readonly<Record<Role, AccessByKind>> = {
  owner: everything,
  admin: { ...everything, billing: 'read' },
  consultant: { ...everything, practice: 'read', billing: 'none', connections: 'read' },
  viewer: {
    profile: 'read',
    controls: 'read',
    risks: 'read',
    assessment: 'read',
    tasks: 'read',
    requests: 'read',
    discussion: 'write',
    decisions: 'read',
    history: 'read',
    internal: 'read',
    note: 'read',
    practice: 'read',
    library: 'read',
    templates: 'read',
    billing: 'none',
    connections: 'none',
  },
  manager: {
    profile: 'write',
    controls: 'write',
    risks: 'write',
    assessment: 'read',
    tasks: 'write',
    requests: 'write',
    discussion: 'write',
    decisions: 'write',
    history: 'read',
    internal: 'none',
    note: 'write',
    ...noPracticeSpace,
  },
  contributor: {
    profile: 'read',
    controls: 'read',
    risks: 'none',
    assessment: 'none',
    tasks: 'write',
    requests: 'write',
    discussion: 'write',
    decisions: 'none',
    history: 'none',
    internal: 'none',
    note: 'none',
    ...noPracticeSpace,
  },
  clientViewer: {
    profile: 'read',
    controls: 'read',
    risks: 'read',
    assessment: 'read',
    tasks: 'read',
    requests: 'read',
    discussion: 'write',
    decisions: 'read',
    history: 'read',
    internal: 'none',
    note: 'read',
    ...noPracticeSpace,
  },
  auditor: {
    profile: 'read',
    controls: 'read',
    risks: 'read',
    assessment: 'read',
    tasks: 'none',
    requests: 'read',
    discussion: 'none',
    decisions: 'read',
    history: 'read',
    internal: 'none',
    note: 'none',
    ...noPracticeSpace,
  },
}

export const documentAccess = (role: Role, kind: DocumentKind): Access => accessByRole[role][kind]
