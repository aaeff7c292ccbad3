/** How the open account is unlocked, and the keychain that this computer offers. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { UnlockWay } from '#api/account-access.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

const key = ['practice', 'unlockWays'] as const

export const useUnlockWays = () => {
  const rpc = useRpc()
  const queries = useQueryClient()
  const onSuccess = (ways: readonly UnlockWay[]): void => void queries.setQueryData(key, ways)
  const { data: ways } = useQuery({ queryKey: key, queryFn: () => rpc.security.unlockWays.query() })
  const { data: health } = useQuery({ queryKey: ['health'], queryFn: () => rpc.health.query() })
  const setKeychain = useMutation({
    mutationFn: (isOn: boolean) => rpc.security.setKeychain.mutate({ isOn }),
    onSuccess,
  })
  return {
    ways,
    keychain: health?.keychain ?? undefined,
    setKeychain,
    noteWays: (): Promise<void> => queries.invalidateQueries({ queryKey: key }),
  }
}
