/** The practice's logo as an image address, wherever it is shown; undefined while there is none. */
import { useQuery } from '@tanstack/react-query'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

export const usePracticeLogo = (): string | undefined => {
  const rpc = useRpc()
  const { data: logo } = useQuery({ queryKey: ['practice', 'logo'], queryFn: () => rpc.practice.logo.query() })
  return logo === undefined || logo === null ? undefined : `data:image/png;base64,${logo}`
}
