/** Adds a client; what was typed stays until the engine has confirmed it. */
import { useMutation } from '@tanstack/react-query'
import type { ClientRow } from './client-row.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { draftToInput, type ClientDraft } from './client-draft.ts'

export const useAddClient = (onAdded: (client: ClientRow) => void) => {
  const rpc = useRpc()
  return useMutation<ClientRow, Error, ClientDraft>({
    mutationFn: (draft) => rpc.clients.add.mutate(draftToInput(draft)),
    onSuccess: onAdded,
  })
}
