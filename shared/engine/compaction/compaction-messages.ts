/** What the engine and the compaction worker say to each other. */
import type { PackedUpdates } from './pack-updates.ts'

/** A snapshot, if there is one, is the first of the updates: to Yjs it is an update like the others. */
export type CompactionOpening = { readonly updates: PackedUpdates; readonly hasSnapshot: boolean }

export type CompactedDocument = {
  /** The whole document as one update, without what was deleted. */
  readonly state: Uint8Array
  readonly stateVector: Uint8Array
  /** Records with at least one field, deleted ones included: deleting is a field too. */
  readonly records: number
}

export type CompactionRefusal =
  /** Some updates rest on others that are not there; the log must be kept until they have come. */
  | { readonly type: 'UpdatesMissing'; readonly missing: readonly MissingUpdates[] }
  /** Cannot be read. `index` counts the updates of the log from 0; undefined for the snapshot. */
  | { readonly type: 'UpdateCorrupt'; readonly index: number | undefined; readonly detail: string }

/** From this clock on, nothing of this Yjs client is there. */
export type MissingUpdates = { readonly client: number; readonly clock: number }

export type CompactionReply =
  | { readonly type: 'compacted'; readonly document: CompactedDocument }
  | { readonly type: 'refused'; readonly refusal: CompactionRefusal }
