/** Saves fields of the practice, with the engine's words when it refuses. */
import { useMutation } from '@tanstack/react-query'
import type { MutationInput } from '#domain/mutations/mutation-registry.ts'
import { isRpcError } from '#api/rpc/rpc-error.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import type { SaveAnswer } from '#renderer/components/fields/record-draft.ts'

export const useSavePractice = () => {
  const rpc = useRpc()
  const { mutateAsync } = useMutation({
    mutationFn: (change: MutationInput<'practice.update'>) => rpc.practice.update.mutate(change),
  })
  return async (change: MutationInput<'practice.update'>): Promise<SaveAnswer> => {
    try {
      await mutateAsync(change)
      return { ok: true }
    } catch (error) {
      return {
        ok: false,
        reason: isRpcError(error) ? [error.message, error.action].filter(Boolean).join(' ') : String(error),
      }
    }
  }
}
