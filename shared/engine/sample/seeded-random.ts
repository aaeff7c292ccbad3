/** A small generator for invented data: the same seed gives the same practice (mulberry32; not for anything secret). */
export type SeededRandom = {
  /** 0 ≤ x < 1 */
  next(): number
  below(limit: number): number
  /** Throws for an empty list. */
  pick<Item>(items: readonly Item[]): Item
  chance(probability: number): boolean
}

export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    pick(items) {
      const picked = items[below(items.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    chance: (probability) => next() < probability,
  }
}
