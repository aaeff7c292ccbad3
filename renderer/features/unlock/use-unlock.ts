/** Opens an account with its passphrase, with the keychain, or with its recovery key and a new passphrase. */
import { useMutation } from '@tanstack/react-query'
import type { RpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export type UnlockInput = { readonly accountId: string; readonly passphrase: string }
export type RecoverInput = { readonly accountId: string; readonly recoveryKey: string; readonly newPassphrase: string }

export const useUnlock = () => {
  const rpc = useRpc()
  return useMutation<{ readonly accountId: string }, RpcError, UnlockInput>({
    mutationFn: ({ accountId, passphrase }) => rpc.accounts.unlock.mutate({ accountId, secret: { passphrase } }),
  })
}

export const useUnlockWithKeychain = () => {
  const rpc = useRpc()
  return useMutation<{ readonly accountId: string }, RpcError, string>({
    mutationFn: (accountId) => rpc.accounts.unlock.mutate({ accountId, secret: { keychain: true } }),
  })
}

export const useRecover = () => {
  const rpc = useRpc()
  return useMutation<{ readonly accountId: string }, RpcError, RecoverInput>({
    mutationFn: async (input) => {
      await rpc.accounts.recover.mutate(input)
      return rpc.accounts.unlock.mutate({ accountId: input.accountId, secret: { passphrase: input.newPassphrase } })
    },
  })
}
