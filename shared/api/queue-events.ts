/** Turns the engine's event listener into a stream that a subscription can hand on. */
import type { Engine } from './engine.ts'
import type { EngineEvent } from './events.ts'

/** Ends when the signal aborts. Events that nobody has taken yet wait; equal ones wait once. */
export async function* queueEvents(engine: Engine, signal: AbortSignal | undefined): AsyncGenerator<EngineEvent> {
  const waiting = new Map<string, EngineEvent>()
  let wake = (): void => undefined
  const stop = engine.onEvent((event) => {
    waiting.set(JSON.stringify(event), event)
    wake()
  })
  signal?.addEventListener('abort', () => wake())
  try {
    while (signal?.aborted !== true) {
      const events = [...waiting.values()]
      waiting.clear()
      yield* events
      if (waiting.size > 0) continue
      await new Promise<void>((resolve) => {
        wake = resolve
        if (signal?.aborted === true) resolve()
      })
    }
  } finally {
    stop()
  }
}
