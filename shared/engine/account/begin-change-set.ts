/** Begins a change of many clients: it is noted, durably, before its first edit, and each edit carries its mark. */
import type { ChangedWhat } from '#api/client-changes.ts'
import type { EditMark } from '../log/edit.ts'
import type { AccountParts } from './account-parts.ts'

export type NewChangeSet = { readonly id: string; readonly what: ChangedWhat }

export const beginChangeSet = ({ changeSets, ports }: AccountParts, { id, what }: NewChangeSet): EditMark => {
  changeSets.begin({ id, what, begunAt: new Date(ports.clock.now()).toISOString() })
  return { type: 'set', changeSet: id, kept: changeSets.ids() }
}
