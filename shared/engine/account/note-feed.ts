/** Tells everybody who has a note open what others write in it. */
export type NoteFeed = {
  /** `topic` names one note of one client. */
  publish(topic: string, written: Written): void
  /** Starts at once and yields from then on; ends with the signal and when the feed is closed. */
  follow(topic: string, signal: AbortSignal | undefined): AsyncGenerator<Written>
  close(): void
}

export type Written = { readonly update: Uint8Array; readonly page: string }

type Follower = { waiting: Written[]; wake: () => void }

export const createNoteFeed = (): NoteFeed => {
  const followers = new Map<string, Set<Follower>>()
  let closed = false
  return {
    publish(topic, written) {
      for (const follower of followers.get(topic) ?? []) {
        follower.waiting.push(written)
        follower.wake()
      }
    },
    follow(topic, signal) {
      const follower: Follower = { waiting: [], wake: () => undefined }
      const beside = followers.get(topic) ?? new Set()
      followers.set(topic, beside.add(follower))
      const stop = (): void => {
        beside.delete(follower)
        if (beside.size === 0) followers.delete(topic)
      }
      signal?.addEventListener('abort', () => {
        stop()
        follower.wake()
      })
      return drain(follower, { isOver: () => closed || signal?.aborted === true, stop })
    },
    close() {
      closed = true
      for (const beside of followers.values()) for (const { wake } of beside) wake()
    },
  }
}

type End = { readonly isOver: () => boolean; readonly stop: () => void }

async function* drain(follower: Follower, { isOver, stop }: End): AsyncGenerator<Written> {
  try {
    while (!isOver()) {
      const waiting = follower.waiting
      follower.waiting = []
      yield* waiting
      if (follower.waiting.length > 0) continue
      await new Promise<void>((resolve) => {
        follower.wake = resolve
        if (isOver()) resolve()
      })
    }
  } finally {
    stop()
  }
}
