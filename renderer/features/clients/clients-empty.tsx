/** What stands in the list's place when it holds nothing: never a client, none in this view, or none that match. */
import { Button } from '@mantine/core'
import { IconFileImport, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/states/empty-state.tsx'
import type { ClientsView } from './clients-query.ts'
import { useClientsView } from './clients-view.ts'

const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const

export type NoClientsYetProps = {
  readonly onAdd: (() => void) | undefined
  readonly onImport: (() => void) | undefined
  readonly onTakeOver?: (() => void) | undefined
}

export const NoClientsYet = ({ onAdd, onImport, onTakeOver }: NoClientsYetProps) => {
  const { t } = useTranslation('clients')
  const { t: leaving } = useTranslation('leaving')
  const { panel } = useClientsView()
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      actions={
        onAdd === undefined || onImport === undefined ? undefined : (
          <>
            <Button
              variant={panel?.type === 'Add' ? 'default' : 'filled'}
              leftSection={<IconPlus {...icon} />}
              onClick={onAdd}
            >
              {t('add')}
            </Button>
            <Button variant="default" leftSection={<IconFileImport {...icon} />} onClick={onImport}>
              {t('importFile')}
            </Button>
            {onTakeOver !== undefined && (
              <Button variant="subtle" onClick={onTakeOver}>
                {leaving('takeOver.action')}
              </Button>
            )}
          </>
        )
      }
    />
  )
}

export type NoClientsHereProps = {
  readonly view: ClientsView
  readonly isFiltered: boolean
  readonly onClear: () => void
}

export const NoClientsHere = ({ view, isFiltered, onClear }: NoClientsHereProps) => {
  const { t } = useTranslation('clients')
  if (isFiltered) {
    return (
      <EmptyState
        title={t('empty.filtered')}
        actions={
          <Button variant="default" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        }
      />
    )
  }
  switch (view) {
    case 'all':
      return <EmptyState title={t('empty.clients')} text={t('empty.clientsText')} />
    case 'attention':
      return <EmptyState title={t('empty.attention')} />
    case 'prospects':
      return <EmptyState title={t('empty.prospects')} text={t('empty.prospectsText')} />
    case 'archived':
      return <EmptyState title={t('empty.archived')} text={t('empty.archivedText')} />
  }
}
