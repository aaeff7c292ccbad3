/** The figures over the dashboard. Each opens exactly the rows that it counts. */
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import type { Figure } from '#renderer/components/frame/figure-strip.tsx'
import { useFormats } from '../clients/use-formats.ts'

export const useFigures = ({ clients, prospects, byAttention, byBand }: PortfolioCounts): readonly Figure[] => {
  const { t } = useTranslation('dashboard')
  const { number } = useFormats()
  const navigate = useNavigate()
  const opens = (search: ClientsSearch) => () => void navigate({ to: '/clients', search })
  return [
    { id: 'clients', label: t('clients'), value: number(clients), note: t('clientsNote'), onOpen: opens({}) },
    {
      id: 'attention',
      label: t('attention'),
      value: number(byAttention.now),
      note: t('attentionNote', { soon: number(byAttention.soon), watch: number(byAttention.watch) }),
      onOpen: opens({ view: 'attention' }),
    },
    {
      id: 'unknown',
      label: t('unknown'),
      value: number(byBand.unknown),
      note: t('unknownNote'),
      onOpen: opens({ band: 'unknown' }),
    },
    {
      id: 'prospects',
      label: t('prospects'),
      value: number(prospects),
      note: t('prospectsNote'),
      onOpen: opens({ view: 'prospects' }),
    },
  ]
}
