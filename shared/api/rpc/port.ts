/** The one thing every transport gives the RPC: a two-way pipe of structured messages that can close. */
export type Port = {
  /**
   * Messages hold JSON values and Uint8Array. Throws when a message cannot be carried (a function, a Date on a socket);
   * does nothing once the port is closed.
   */
  post(message: unknown): void
  /** One listener a port, set in the turn in which the port is handed over: what arrives earlier is lost. */
  onMessage(listener: (message: unknown) => void): void
  /** Any number of listeners, each told once; told soon when the port is closed already. */
  onClose(listener: () => void): void
  /** Closes both ends, after what was posted has gone out. */
  close(): void
}

export type ClosedState = {
  isClosed(): boolean
  onClose(listener: () => void): void
  /** The first call tells the listeners, later ones do nothing. */
  markClosed(): void
}

/** What every port needs to tell its listeners exactly once that it has closed. */
export const createClosedState = (): ClosedState => {
  const listeners = new Set<() => void>()
  let closed = false
  return {
    isClosed: () => closed,
    onClose: (listener) => {
      if (closed) void Promise.resolve().then(listener)
      else listeners.add(listener)
    },
    markClosed: () => {
      if (closed) return
      closed = true
      for (const listener of listeners) listener()
      listeners.clear()
    },
  }
}
