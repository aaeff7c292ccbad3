/** Saves fields of the practice, with the engine's words when it refuses. */
import { useMutation } from '@tanstack/react-query'
import type { MutationInput } from '#domain/mutations/mutation-registry.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import type { SaveAnswer } from '#renderer/components/fields/record-draft.ts'
import { saveAnswer } from '../client/use-client.ts'

export const useSavePractice = () => {
  const rpc = useRpc()
  const { mutateAsync } = useMutation({
    mutationFn: (change: MutationInput<'practice.update'>) => rpc.practice.update.mutate(change),
  })
  return (change: MutationInput<'practice.update'>): Promise<SaveAnswer> => saveAnswer(mutateAsync(change))
}
