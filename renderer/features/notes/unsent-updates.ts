/** What has been written in a note and is not acknowledged, in pieces that the engine takes at once. */
import * as Y from 'yjs'

export type UnsentUpdates = {
  isEmpty(): boolean
  add(update: Uint8Array): void
  /** As much as may be sent at once, as one update. It stays unsent until `acknowledge`. */
  take(): Uint8Array
  acknowledge(): void
  /** What was taken is sent again, before the rest. */
  putBack(): void
  /** One update in the place of all: the difference to what the engine has. One that is too large leaves the pieces. */
  replace(difference: Uint8Array): void
}

/** Bytes, below the mebibyte that the engine takes: joining updates adds a little. */
const mostAtOnce = 900_000

export const createUnsentUpdates = (): UnsentUpdates => {
  let waiting: Uint8Array[] = []
  let taken: Uint8Array[] = []
  return {
    isEmpty: () => waiting.length === 0 && taken.length === 0,
    add: (update) => void waiting.push(update),
    take() {
      let bytes = 0
      const count = waiting.findIndex((update) => (bytes += update.length) > mostAtOnce)
      // A piece that is too large by itself goes alone, and is refused in words.
      taken = waiting.splice(0, count === -1 ? waiting.length : Math.max(1, count))
      return Y.mergeUpdates(taken)
    },
    acknowledge() {
      taken = []
    },
    putBack() {
      waiting = [...taken, ...waiting]
      taken = []
    },
    replace(difference) {
      if (difference.length <= mostAtOnce || waiting.length === 0) waiting = [difference]
    },
  }
}
