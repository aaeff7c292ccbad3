/** Asks the engine for what is typed into the palette: clients, records and people. */
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'

/** Milliseconds: one keystroke of a quick typist. */
const typingPause = 40
const mostHits = 8

/** `>` looks for commands alone, `@` for people alone. */
export const useSearch = (typed: string, clientId: string | undefined) => {
  const rpc = useRpc()
  const [settled] = useDebouncedValue(typed, typingPause)
  const isForCommands = settled.startsWith('>')
  const people = settled.startsWith('@')
  const text = settled.replace(/^[>#@]/, '').trim()
  const wide = useQuery({
    // A change of the book or of the practice makes hits out of date.
    queryKey: ['clients', 'search', text, people],
    queryFn: () => rpc.search.find.query({ text, people, limit: mostHits }),
    enabled: !isForCommands,
    placeholderData: keepPreviousData,
  })
  const within = useQuery({
    queryKey: ['clients', 'search', text, people, clientId],
    queryFn: () => rpc.search.find.query({ text, people, limit: mostHits, ...(clientId && { clientId }) }),
    enabled: !isForCommands && clientId !== undefined && text !== '',
    placeholderData: keepPreviousData,
  })
  return {
    text,
    clients: wide.data?.clients ?? [],
    records: wide.data?.records ?? [],
    members: wide.data?.members ?? [],
    /** Of the client whose workspace is open. */
    recordsHere: clientId === undefined || text === '' ? [] : (within.data?.records ?? []),
    isComplete: wide.data?.isComplete ?? true,
  }
}
