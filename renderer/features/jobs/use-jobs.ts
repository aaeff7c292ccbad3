/** Jobs of the open account, live. */
import { useQuery } from '@tanstack/react-query'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const useJobs = () => {
  const rpc = useRpc()
  return useQuery({ queryKey: ['jobs'], queryFn: () => rpc.jobs.list.query() }).data ?? []
}

export const useCancelJob = () => {
  const rpc = useRpc()
  return (jobId: string): void => void rpc.jobs.cancel.mutate({ jobId })
}
