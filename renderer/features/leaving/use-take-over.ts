/** What was typed for a take-over, and the job that does it. */
import { useState } from 'react'
import type { TakenOver, TakeOverOptions } from '#api/leaving-clients.ts'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import { useLeavingJob } from './use-leaving-job.ts'

export const useTakeOver = () => {
  const rpc = useRpc()
  const [draft, setDraft] = useState<TakeOverOptions>({ path: '', passphrase: '' })
  const job = useLeavingJob<TakeOverOptions, TakenOver>(({ path, passphrase }) =>
    rpc.clients.takeOver.mutate({ path: path.trim(), passphrase }),
  )
  return { draft, job, onChange: (part: Partial<TakeOverOptions>): void => setDraft({ ...draft, ...part }) }
}

export type TakeOver = ReturnType<typeof useTakeOver>
