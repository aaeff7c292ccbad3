/** The session of the note on the screen. One that still has something to send outlives the screen. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { NoteRef } from '#domain/entities/note.ts'
import { useConnectionStore } from '#renderer/rpc/rpc-context.tsx'
import { addBeforeLock } from '#renderer/state/before-lock.ts'
import { createNoteSession, type NoteSession, type NoteSessionOptions, type NoteSessionState } from './note-session.ts'

/** Undefined for the moment before it begins. */
export const useNoteSession = (clientId: string, { id, audience }: NoteRef): NoteSession | undefined => {
  const connection = useConnectionStore()
  const queries = useQueryClient()
  const [session, setSession] = useState<NoteSession>()
  useEffect(() => {
    const note = { id, audience }
    const entered = enter({ connection, clientId, note, onWriting: (saved) => showAsSaving(queries, saved) })
    // A session that were made while drawing would have no end: it lives from effect to effect.
    // oxlint-disable-next-line react/set-state-in-effect
    setSession(entered.session)
    const flush = (): void => void entered.session.flush()
    const stopBeforeLock = addBeforeLock(entered.session.flush)
    window.addEventListener('beforeunload', flush)
    return () => {
      stopBeforeLock()
      window.removeEventListener('beforeunload', flush)
      setSession(undefined)
      entered.leave()
    }
  }, [connection, queries, clientId, id, audience])
  return session
}

export const useSessionState = (session: NoteSession): NoteSessionState =>
  useSyncExternalStore(session.subscribe, session.state)

type Entered = { readonly session: NoteSession; readonly leave: () => void }

/** Sessions that nobody looks at any more and that have something to send: whoever opens the note sees it there. */
const leaving = new Map<string, NoteSession>()

const enter = (options: NoteSessionOptions): Entered => {
  const key = `${options.clientId} ${options.note.id}`
  const known = leaving.get(key)
  leaving.delete(key)
  const session = known ?? createNoteSession(options)
  known?.stay()
  return {
    session,
    leave: () => {
      leaving.set(key, session)
      session.leave(() => leaving.get(key) === session && leaving.delete(key))
    },
  }
}

/** As an edit on its way, so that the status bar claims nothing. */
const showAsSaving = (queries: QueryClient, saved: Promise<void>): void =>
  void queries
    .getMutationCache()
    .build(queries, { mutationFn: () => saved })
    .execute(undefined)
