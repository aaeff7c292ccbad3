/** Asks for one client's own file: its profile, contacts, trash and history. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import type { ActivityQuery } from '#api/queries.ts'
import type { MutationInput } from '#domain/mutations/mutation-registry.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import type { SaveAnswer } from '#renderer/components/fields/record-draft.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useClientProfile = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['client', clientId, 'profile'], queryFn: () => rpc.clients.profile.query({ clientId }) })
}

export const useContacts = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({
    queryKey: ['client', clientId, 'contacts'],
    queryFn: () => rpc.clients.contacts.query({ clientId }),
  })
}

export const useTrash = (clientId: string) => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['client', clientId, 'trash'], queryFn: () => rpc.clients.trash.query({ clientId }) })
}

export const useActivity = (clientId: string, filter: Omit<ActivityQuery, 'cursor' | 'limit'>, limit: number) => {
  const rpc = useRpc()
  return useInfiniteQuery({
    queryKey: ['client', clientId, 'activity', filter, limit],
    queryFn: ({ pageParam }) =>
      rpc.clients.activity.query({
        clientId,
        query: { ...filter, limit, ...(pageParam !== '' && { cursor: pageParam }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

/** The edits of a client, each as a mutation: while one is on its way, the status bar claims nothing. */
export const useClientEdits = (clientId: string) => {
  const rpc = useRpc()
  const { mutateAsync: run } = useMutation({ mutationFn: (edit: () => Promise<unknown>) => edit() })
  const { clients } = rpc
  return {
    update: (input: MutationInput<'client.update'>) => run(() => clients.update.mutate({ clientId, input })),
    assignOwner: (ownerId: string | null) => run(() => clients.assignOwner.mutate({ clientId, input: { ownerId } })),
    archive: () => run(() => clients.archive.mutate({ clientId, input: {} })),
    restore: () => run(() => clients.restore.mutate({ clientId, input: {} })),
    tag: (label: string) => run(() => clients.tag.mutate({ clientId, input: { label } })),
    untag: (label: string) => run(() => clients.untag.mutate({ clientId, input: { label } })),
    addContact: (input: MutationInput<'contact.add'>) => run(() => clients.addContact.mutate({ clientId, input })),
    updateContact: (input: MutationInput<'contact.update'>) =>
      run(() => clients.updateContact.mutate({ clientId, input })),
    deleteRecord: (input: MutationInput<'record.delete'>) =>
      run(() => clients.deleteRecord.mutate({ clientId, input })),
    restoreRecord: (input: MutationInput<'record.restore'>) =>
      run(() => clients.restoreRecord.mutate({ clientId, input })),
    undo: () => run(() => rpc.practice.undo.mutate()),
  }
}

/** For a field: saved, or the engine's words why not. */
export const saveAnswer = async (edit: Promise<unknown>): Promise<SaveAnswer> => {
  try {
    await edit
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: wordsOf(error), isCutOff: isRpcError(error) && cutOffTags.has(error.tag) }
  }
}

const cutOffTags: ReadonlySet<string> = new Set(['AccountLocked', 'ConnectionClosed'])

export const wordsOf = (error: unknown): string =>
  isRpcError(error) ? [error.message, error.action].filter(Boolean).join(' ') : String(error)
