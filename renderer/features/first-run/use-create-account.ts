/** Makes the account, and in Solo its one workspace. */
import { useMutation } from '@tanstack/react-query'
import type { NewAccountKeys } from '#api/engine.ts'
import { rememberAccount } from '#renderer/rpc/connection.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { decidedDefaults, type Draft } from './draft.ts'

export const useCreateAccount = (onBegin: () => void) => {
  const rpc = useRpc()
  return useMutation({
    mutationFn: async (draft: Draft): Promise<NewAccountKeys> => {
      onBegin()
      const keys = await rpc.accounts.create.mutate({
        practice: {
          name: draft.name.trim(),
          contactEmail: draft.contactEmail.trim(),
          timezone: draft.timezone ?? 'UTC',
          mode: draft.mode,
          ...(draft.currency !== undefined && { currency: draft.currency }),
          ...decidedDefaults(draft),
        },
        ...(draft.protection === 'keychain' ? { useKeychain: true } : { passphrase: draft.passphrase }),
      })
      // From here on a connection that was lost comes back into the new account.
      rememberAccount(keys.accountId)
      return keys
    },
  })
}

/** Makes the one workspace of Solo unless it is there already, so that it can be asked for again. */
export const useSoloWorkspace = () => {
  const rpc = useRpc()
  return useMutation({
    mutationFn: async ({ name }: Pick<Draft, 'name'>) => {
      const { total } = await rpc.clients.list.query({ archived: 'any', limit: 1 })
      if (total > 0) return
      await rpc.clients.add.mutate({ name: name.trim(), status: 'client' })
    },
  })
}
