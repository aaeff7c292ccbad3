/** May this role do this? Named actions that are more than writing one document kind; documents have their own table. */
import type { DocumentKind } from '../document/document-name.ts'
import { documentAccess } from './document-access.ts'
import type { Role } from './roles.ts'

export const actions = {
  'client.add': ['owner', 'admin', 'consultant'],
  'client.archive': ['owner', 'admin', 'consultant'],
  'client.delete': ['owner', 'admin'],
  'client.handOver': ['owner', 'admin'],
  'client.takeOver': ['owner', 'admin'],
  'client.assignOwner': ['owner', 'admin', 'consultant'],
  /** How much risk counts as bearable without the owner's approval. */
  'client.setAppetite': ['owner', 'admin'],
  'client.export': ['owner', 'admin', 'consultant'],
  'practice.update': ['owner', 'admin'],
  'member.manage': ['owner', 'admin'],
  /** Making, changing or removing an owner. */
  'owner.manage': ['owner'],
  'keys.manage': ['owner', 'admin', 'consultant', 'viewer', 'manager', 'contributor', 'clientViewer'],
  'practice.delete': ['owner'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Action = keyof typeof actions

export type Permission =
  | { readonly action: Action }
  | { readonly read: DocumentKind }
  | { readonly write: DocumentKind }

export const can = (role: Role, permission: Permission): boolean => {
  if ('action' in permission) return (actions[permission.action] as readonly Role[]).includes(role)
  if ('write' in permission) return documentAccess(role, permission.write) === 'write'
  return documentAccess(role, permission.read) !== 'none'
}
