/** The clients that need attention, most urgent first, each with its reason and the way to it. */
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientRow } from '../clients/client-row.ts'
import { EmptyState } from '#renderer/components/states/empty-state.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { DataTable } from '#renderer/components/table/data-table.tsx'
import { RpcFailureState } from '../clients/rpc-failure-state.tsx'
import { useClientRows } from '../clients/use-client-rows.ts'
import { useOwnerName } from '../clients/use-clients.ts'
import { useFormats } from '../clients/use-formats.ts'
import { attentionColumns } from './attention-columns.tsx'
import css from './attention-list.module.css'
import { AttentionToolbar } from './attention-toolbar.tsx'
import { attentionCount, attentionFilter, type Urgency } from './urgency.ts'

const rowId = ({ id }: ClientRow): string => id
const emptyWords = {
  all: 'list.emptyAll',
  now: 'list.emptyNow',
  soon: 'list.emptySoon',
  watch: 'list.emptyWatch',
} as const

export const AttentionList = ({ counts }: { readonly counts: PortfolioCounts }) => {
  const { t } = useTranslation('dashboard')
  const [urgency, setUrgency] = useState<Urgency>('all')
  const total = attentionCount(counts, urgency)
  const list = useClientRows(attentionFilter(urgency), total)
  const columns = useAttentionColumns()
  const navigate = useNavigate()
  return (
    <div className={css.list}>
      <AttentionToolbar counts={counts} urgency={urgency} onUrgency={setUrgency} />
      {list.isPending ? (
        list.error === undefined ? (
          <LoadingRows words={t('opening')} count={12} />
        ) : (
          <RpcFailureState error={list.error} onRetry={list.retry} />
        )
      ) : total === 0 ? (
        <div className={css.empty}>
          <EmptyState place="inline" title={t(emptyWords[urgency])} />
        </div>
      ) : (
        <DataTable
          columns={columns}
          rows={list.rows}
          rowId={rowId}
          total={list.total}
          lines={2}
          busy={list.isStale}
          sortsElsewhere
          texts={{ label: t('list.label'), selectAll: '', selectRow: '', resize: '' }}
          onOpen={(clientId) => void navigate({ to: '/clients/$clientId', params: { clientId } })}
          onRangeChange={list.onRangeChange}
        />
      )}
    </div>
  )
}

const useAttentionColumns = () => {
  const { t } = useTranslation('dashboard')
  const { t: clientWords } = useTranslation('clients')
  const formats = useFormats()
  const ownerName = useOwnerName()
  const isWide = useMediaQuery('(min-width: 1600px)', false, { getInitialValueInEffect: false })
  return useMemo(
    () => attentionColumns({ t, clientWords, formats, ownerName, isWide }),
    [t, clientWords, formats, ownerName, isWide],
  )
}
