/** Tables that were read and are looked at before they are imported: in memory, for this session, a few at a time. */
import type { Random } from '../ports.ts'
import type { Table } from './table.ts'

export type HeldTable = {
  readonly importId: string
  readonly fileName: string
  readonly header: boolean
  readonly table: Table
}

export type HeldTables = {
  hold(read: Omit<HeldTable, 'importId'>): HeldTable
  find(importId: string): HeldTable | undefined
  drop(importId: string): void
}

/** Two windows may each look at one. */
const mostHeld = 2

export const createHeldTables = (random: Random): HeldTables => {
  const held = new Map<string, HeldTable>()
  return {
    hold(read) {
      const kept: HeldTable = { ...read, importId: random.id() }
      held.set(kept.importId, kept)
      const [oldest] = held.keys()
      if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
      return kept
    },
    find: (importId) => held.get(importId),
    drop: (importId) => void held.delete(importId),
  }
}
