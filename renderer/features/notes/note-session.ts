/**
 * One open note: its Yjs document, kept in step with the engine. What is written is sent within a moment and counts as
 * saved when the engine says so; until then it is kept and sent again, whatever becomes of the connection.
 */
import * as Y from 'yjs'
import type { StoreApi } from 'zustand'
import type { NoteMessage } from '#api/notes.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import type { NoteRef } from '#domain/entities/note.ts'
import type { ConnectionState, Rpc } from '#renderer/rpc/connection.ts'
import { createUnsentUpdates } from './unsent-updates.ts'

export type NoteSessionState = {
  /** The text as the engine has it has arrived. */
  readonly isOpen: boolean
  /** `waiting`: nobody answers just now. `refused`: `reason` says why. */
  readonly saving: 'saved' | 'saving' | 'waiting' | 'refused'
  readonly reason?: string
}

export type NoteSession = {
  readonly doc: Y.Doc
  readonly state: () => NoteSessionState
  readonly subscribe: (listener: () => void) => () => void
  /** Sends what is unsent now. Resolves when it is saved, refused, or nobody answers. */
  readonly flush: () => Promise<void>
  /** Nobody looks any more. What is unsent goes on being sent; `onEnd` follows when nothing is left to do. */
  readonly leave: (onEnd: () => void) => void
  /** Somebody looks again, before it came to an end. */
  readonly stay: () => void
}

export type NoteSessionOptions = {
  readonly connection: StoreApi<ConnectionState>
  readonly clientId: string
  readonly note: NoteRef
  /** Called when something is written, with a promise that ends when all of it is saved or refused. */
  readonly onWriting: (untilSaved: Promise<void>) => void
}

/** Milliseconds: the first key is sent at once, those that follow within this time together. */
const sendDelay = 100
const retryDelay = 500

export const createNoteSession = (options: NoteSessionOptions): NoteSession => {
  const { connection, clientId, note, onWriting } = options
  const doc = new Y.Doc()
  const page = crypto.randomUUID()
  const unsent = createUnsentUpdates()
  const listeners = new Set<() => void>()
  const idle = new Set<() => void>()
  const done = new Set<() => void>()
  let state: NoteSessionState = { isOpen: false, saving: 'saved' }
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let stopFollowing = (): void => undefined
  let onEnd: (() => void) | undefined
  let sending = false
  let sentAt = 0

  const set = (change: Partial<NoteSessionState>): void => {
    const { reason: _, ...rest } = state
    state = { ...rest, ...change }
    for (const listener of listeners) listener()
    if (state.saving !== 'saving') settle()
  }
  const settle = (): void => {
    answer(idle)
    if (state.saving === 'waiting') return
    answer(done)
    if (onEnd !== undefined && (unsent.isEmpty() || state.saving === 'refused')) end()
  }

  const send = async (): Promise<void> => {
    clearTimeout(timer)
    timer = undefined
    const { phase } = connection.getState()
    if (sending || unsent.isEmpty()) return
    if (phase !== 'open') return set({ saving: 'waiting' })
    sending = true
    sentAt = performance.now()
    try {
      const batch = unsent.take()
      await rpcOf(connection).notes.write.mutate({ clientId, note, update: batch, page })
      unsent.acknowledge()
      if (unsent.isEmpty()) set({ saving: 'saved' })
    } catch (error) {
      unsent.putBack()
      onFailure(error)
      return
    } finally {
      sending = false
    }
    if (!unsent.isEmpty()) await send()
  }
  const onFailure = (error: unknown): void => {
    if (isPassing(error)) {
      if (!unsent.isEmpty()) set({ saving: 'waiting' })
      retrySoon()
    } else set({ saving: 'refused', reason: wordsOf(error) })
  }
  /** Follows anew, which ends in sending all that the engine lacks. */
  const retrySoon = (): void => {
    clearTimeout(retryTimer)
    retryTimer = setTimeout(follow, retryDelay)
  }
  const follow = (): void => {
    stopFollowing()
    if (connection.getState().phase !== 'open') return
    const { unsubscribe } = rpcOf(connection).notes.open.subscribe(
      { clientId, note, page, stateVector: Y.encodeStateVector(doc) },
      // The types of the client speak of JSON; the port carries bytes as they are.
      { onData: (message) => hear(message as unknown as NoteMessage), onError: onFailure, onComplete: retrySoon },
    )
    stopFollowing = unsubscribe
  }
  const hear = (message: NoteMessage): void => {
    Y.applyUpdate(doc, message.update, fromEngine)
    if (message.type !== 'state') return
    if (!state.isOpen) set({ isOpen: true })
    if (!unsent.isEmpty() || isAhead(doc, message.stateVector)) {
      unsent.replace(Y.encodeStateAsUpdate(doc, message.stateVector))
      set({ saving: 'saving' })
      void send()
    }
  }
  const onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromEngine) return
    unsent.add(update)
    const before = state.saving
    // What was refused is tried again with what is written next.
    if (before !== 'waiting') set({ saving: 'saving' })
    if (before === 'saved' || before === 'refused') onWriting(untilOneOf(done))
    timer ??= setTimeout(() => void send(), Math.max(0, sentAt + sendDelay - performance.now()))
  }
  const end = (): void => {
    clearTimeout(timer)
    clearTimeout(retryTimer)
    stopFollowing()
    stopWatching()
    doc.destroy()
    onEnd?.()
    onEnd = undefined
  }
  const stopWatching = connection.subscribe(({ phase }, before) => {
    if (phase === before.phase) return
    if (phase === 'open') follow()
    else if (!unsent.isEmpty()) set({ saving: 'waiting' })
  })
  doc.on('update', onUpdate)
  follow()

  return {
    doc,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async flush() {
      if (unsent.isEmpty()) return
      const settled = untilOneOf(idle)
      set({ saving: 'saving' })
      await send()
      await settled
    },
    leave(ended) {
      onEnd = ended
      // A refusal has been shown, and nothing that is sent again would be taken.
      if (unsent.isEmpty() || state.saving === 'refused') end()
      else void send()
    },
    stay() {
      onEnd = undefined
    },
  }
}

const untilOneOf = (waiting: Set<() => void>): Promise<void> => new Promise((resolve) => void waiting.add(resolve))

const answer = (waiting: Set<() => void>): void => {
  for (const resolve of waiting) resolve()
  waiting.clear()
}

/** Origin of what others wrote: it need not be sent. */
const fromEngine = 'engine'

/** Yjs tells nothing about deletions here; those are in `unsent` as long as they are unknown to the engine. */
const isAhead = (doc: Y.Doc, stateVector: Uint8Array): boolean => {
  const known = Y.decodeStateVector(stateVector)
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(([client, clock]) => clock > (known.get(client) ?? 0))
}

const rpcOf = (connection: StoreApi<ConnectionState>): Rpc => {
  const state = connection.getState()
  if (state.phase === 'connecting') throw new Error('a note is open before the engine answered')
  return state.rpc
}

const passing: ReadonlySet<string> = new Set(['ConnectionClosed', 'AccountLocked', 'NoteOutOfStep'])
const isPassing = (error: unknown): boolean => isRpcError(error) && passing.has(error.tag)

const wordsOf = (error: unknown): string =>
  isRpcError(error) ? [error.message, error.safe, error.action].filter(Boolean).join(' ') : String(error)
