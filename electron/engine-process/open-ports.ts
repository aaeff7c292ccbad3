/** The ports that pages are connected by, so that the engine ends after the last word of each. */
import type { Port } from '#api/rpc/port.ts'

export type OpenPorts = {
  add(port: Port): void
  /** Resolves when all are closed, or at the limit. */
  untilClosed(): Promise<void>
}

/**
 * Milliseconds. The words of a page that is going away and the order to end take different ways, and the order may be
 * faster; a port closes behind everything that was said over it.
 */
const limit = 1000

export const trackPorts = (): OpenPorts => {
  const open = new Set<Port>()
  let onNone: (() => void) | undefined
  return {
    add: (port) => {
      open.add(port)
      port.onClose(() => {
        open.delete(port)
        if (open.size === 0) onNone?.()
      })
    },
    untilClosed: () =>
      new Promise((resolve) => {
        if (open.size === 0) return resolve()
        const timer = setTimeout(resolve, limit)
        onNone = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
