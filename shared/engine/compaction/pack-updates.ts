/**
 * Many small updates as one block of memory, which moves to another thread in one piece. They are copied once: what a
 * caller hands in stays its own.
 */
export type PackedUpdates = { readonly bytes: Uint8Array<ArrayBuffer>; readonly lengths: Uint32Array }

export const packUpdates = (updates: readonly Uint8Array[]): PackedUpdates => {
  const bytes = new Uint8Array(updates.reduce((sum, update) => sum + update.length, 0))
  let at = 0
  for (const update of updates) {
    bytes.set(update, at)
    at += update.length
  }
  return { bytes, lengths: Uint32Array.from(updates, ({ length }) => length) }
}

export function* unpackUpdates({ bytes, lengths }: PackedUpdates): Generator<Uint8Array<ArrayBuffer>> {
  let at = 0
  for (const length of lengths) {
    yield bytes.subarray(at, at + length)
    at += length
  }
}
