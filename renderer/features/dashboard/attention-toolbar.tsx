/** Over the list: how urgent, with live counts, and the same rows as a list that can be filtered. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import { Toolbar } from '#renderer/components/frame/toolbar.tsx'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { useFormats } from '../clients/use-formats.ts'
import { attentionCount, urgencies, type Urgency } from './urgency.ts'

export type AttentionToolbarProps = {
  readonly counts: PortfolioCounts
  readonly urgency: Urgency
  readonly onUrgency: (urgency: Urgency) => void
}

export const AttentionToolbar = ({ counts, urgency, onUrgency }: AttentionToolbarProps) => {
  const { t } = useTranslation('dashboard')
  const { number } = useFormats()
  const navigate = useNavigate()
  return (
    <Toolbar
      label={t('list.toolbar')}
      start={
        <ViewTabs
          label={t('list.toolbar')}
          value={urgency}
          onChange={onUrgency}
          tabs={urgencies.map((id) => ({ id, label: t(`list.${id}`), count: number(attentionCount(counts, id)) }))}
        />
      }
      end={
        urgency === 'all' ? undefined : (
          <Button
            variant="subtle"
            onClick={() =>
              void navigate({
                to: '/clients',
                search: urgency === 'now' ? { view: 'attention' } : { attention: urgency },
              })
            }
          >
            {t('list.showInClients')}
          </Button>
        )
      }
    />
  )
}
