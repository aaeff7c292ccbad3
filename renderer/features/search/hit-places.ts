/** Where a record opens that the search has found: one line for each entity. */
import type { RecordHit } from '#api/search.ts'

export type HitPlace =
  | { readonly to: '/clients/$clientId/settings'; readonly params: { readonly clientId: string } }
  | {
      readonly to: '/clients/$clientId/notes/$noteId'
      readonly params: { readonly clientId: string; readonly noteId: string }
    }

const ofNote = ({ clientId, id }: RecordHit): HitPlace => ({
  to: '/clients/$clientId/notes/$noteId',
  params: { clientId, noteId: id },
})

const places: Readonly<Record<string, (hit: RecordHit) => HitPlace>> = {
  contact: ({ clientId }) => ({ to: '/clients/$clientId/settings', params: { clientId } }),
  note: ofNote,
  internalNote: ofNote,
}

/** Undefined for what this version has no screen for. */
export const placeOfHit = (hit: RecordHit): HitPlace | undefined => places[hit.entity]?.(hit)
