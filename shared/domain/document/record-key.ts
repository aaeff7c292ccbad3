/**
 * Keys of the one top-level map of a document: `<entity>/<record id>/<field>`. Flat, because nested shared types
 * under an id that two devices could both create lose one side.
 */
export type RecordKey = `${string}/${string}/${string}`
export type RecordRef = { readonly entity: string; readonly id: string }

export const recordKey = (entity: string, id: string, field: string): RecordKey => `${entity}/${id}/${field}`

/** Undefined for a key that is not ours: another version's, or a damaged one. */
export const parseRecordKey = (key: string): (RecordRef & { readonly field: string }) | undefined => {
  const [entity, id, field, ...rest] = key.split('/')
  if (entity === undefined || id === undefined || field === undefined || rest.length > 0) return undefined
  if (entity === '' || id === '' || field === '') return undefined
  return { entity, id, field }
}
