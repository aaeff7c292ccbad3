/** Clients for the palette: those that match what is typed, asked from the engine, which knows them all. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

/** Milliseconds: one keystroke of a quick typist. */
const typingPause = 40
const mostClients = 20

export const usePaletteClients = (typed: string) => {
  const rpc = useRpc()
  const [search] = useDebouncedValue(typed.replace(/^[>#@].*/, ''), typingPause)
  const { data } = useQuery({
    queryKey: ['clients', 'palette', search],
    queryFn: () => rpc.clients.list.query({ search, limit: mostClients }),
    placeholderData: keepPreviousData,
  })
  return data?.items ?? []
}
