/** Under the name of a client that is being entered: who bears it already. It warns, and forbids nothing. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateIcon } from '#renderer/components/risk/state-mark.tsx'
import { useRpc } from '#renderer/rpc/rpc-context.tsx'
import css from './namesake-note.module.css'

/** `ownId`: of the client that is being renamed. */
export const NamesakeNote = ({ name, ownId }: { readonly name: string; readonly ownId?: string }) => {
  const { t } = useTranslation('clients')
  const found = useNamesakes(name).filter(({ id }) => id !== ownId)
  const [first, ...others] = found
  return (
    <div role="status" className={css.note}>
      {first !== undefined && (
        <>
          <StateIcon tone="warning" />
          <span>
            {t(first.archivedAt !== null ? 'namesake.archived' : `namesake.${first.status}`)}{' '}
            <Link to="/clients/$clientId" params={{ clientId: first.id }}>
              {first.name}
            </Link>
            {others.length > 0 && ` ${t('namesake.more', { count: others.length })}`}
          </span>
        </>
      )}
    </div>
  )
}

const useNamesakes = (name: string) => {
  const rpc = useRpc()
  const [settled] = useDebouncedValue(name.trim(), 250)
  const { data } = useQuery({
    queryKey: ['clients', 'namesakes', settled],
    queryFn: () => rpc.clients.namesakes.query({ name: settled }),
    enabled: settled !== '' && settled.length <= 200,
    placeholderData: keepPreviousData,
  })
  return settled === '' ? [] : (data ?? [])
}
