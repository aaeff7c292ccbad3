/** Makes the sample practice: an account at once, its clients as a job. */
import { useMutation } from '@tanstack/react-query'
import type { SampleCreated } from '#api/engine.ts'
import { rememberAccount } from '#renderer/rpc/connection.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

/** Enough for every band and reason to occur, few enough to be there in seconds. */
const sampleClients = 25
/** Always the same practice, so that guides and pictures fit what people see. */
const sampleSeed = 20_261

export const useCreateSample = (onBegin: () => void) => {
  const rpc = useRpc()
  return useMutation({
    mutationFn: async (passphrase: string): Promise<SampleCreated> => {
      onBegin()
      const created = await rpc.accounts.createSample.mutate({
        clients: sampleClients,
        seed: sampleSeed,
        light: false,
        passphrase,
      })
      rememberAccount(created.accountId)
      return created
    },
  })
}
