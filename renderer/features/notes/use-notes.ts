/** Asks for the notes of a client, and makes and renames them. */
import { useMutation, useQuery } from '@tanstack/react-query'
import type { NewNote } from '#api/notes.ts'
import type { NoteAudience } from '#domain/entities/note.ts'
import type { MutationInput } from '#domain/mutations/mutation-registry.ts'
import { can } from '#domain/permissions/can.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useClientRow, usePractice } from '../clients/use-clients.ts'

export const useNotes = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['client', clientId, 'notes'], queryFn: () => rpc.notes.list.query({ clientId }) })
}

export const useNoteEdits = (clientId: string) => {
  const rpc = useRpc()
  const { mutateAsync: create, ...creating } = useMutation({
    mutationFn: (note: NewNote) => rpc.notes.create.mutate({ clientId, input: note }),
  })
  const { mutateAsync: rename } = useMutation({
    mutationFn: (input: MutationInput<'note.rename'>) => rpc.notes.rename.mutate({ clientId, input }),
  })
  return { create, creating, rename }
}

/** Whether the person at this device may write notes for these readers here; not known yet is no. */
export const useMayWrite = (clientId: string): ((audience: NoteAudience) => boolean) => {
  const role = usePractice().data?.actingMember.role
  const { data: client } = useClientRow(clientId)
  const isOpen = client !== undefined && client.archivedAt === null && role !== undefined && role !== null
  return (audience) => isOpen && can(role, { write: audience === 'client' ? 'note' : 'internal' })
}

/** A single organization has nobody to keep its notes from. */
export const useHasAudiences = (): boolean => usePractice().data?.practice.mode !== 'solo'
