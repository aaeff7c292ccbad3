/** Find, compare and act on any of the clients: the list, its views and filters, and the panel beside it. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '#renderer/commands/use-commands.ts'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { LoadingRows } from '#renderer/components/states/loading-rows.tsx'
import { TakeOverDialog } from '../leaving/take-over-dialog.tsx'
import { AddClientPanel } from './add-client-panel.tsx'
import { ClientsBulkBar } from './clients-bulk-bar.tsx'
import { ClientsHeader } from './clients-header.tsx'
import { filterOf, setFilters } from './clients-query.ts'
import css from './clients-screen.module.css'
import { ClientsToolbar, countOf } from './clients-toolbar.tsx'
import { setPanel, useClientsView } from './clients-view.ts'
import { NoClientsHere, NoClientsYet } from './clients-empty.tsx'
import { ClientsSummary } from './clients-summary.tsx'
import { ClientsTable } from './clients-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ListedClientPanel } from './listed-client-panel.tsx'
import { RpcFailureState } from './rpc-failure-state.tsx'
import { useBulkChange } from './use-bulk-change.ts'
import { useClientColumns } from './use-client-columns.ts'
import { useClientGroups } from './use-client-groups.ts'
import { useClientRows } from './use-client-rows.ts'
import { useClientSelection } from './use-client-selection.ts'
import { useClientCounts, useMay } from './use-clients.ts'
import { useClientsSearch } from './use-clients-search.ts'
import { useExportClients } from './use-export-clients.ts'
import { useFormats } from './use-formats.ts'
import { useListFocus } from './use-list-focus.ts'
import { sortOfRules } from './sort-of-rules.ts'

export const ClientsScreen = () => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const navigate = useNavigate()
  const { sort, panel } = useClientsView()
  const { search, view, onView, onFilter, onClear } = useClientsSearch()
  const filter = filterOf(search, sortOfRules(sort))
  const list = useClientRows(filter)
  const groups = useClientGroups(filter)
  const counts = useClientCounts().data
  const columns = useClientColumns()
  const exporting = useExportClients(filter)
  const selection = useClientSelection(filter, list)
  const bulk = useBulkChange(selection.clear)
  const field = useRef<HTMLInputElement>(null)
  const { within, focusList } = useListFocus()
  const mayAdd = useMay('client.add')
  const mayExport = useMay('client.export')
  const mayTakeOver = useMay('client.takeOver')
  const [isTakingOver, setTakingOver] = useState(false)
  const endTakeOver = useCallback(() => setTakingOver(false), [])
  const add = (): void => setPanel({ type: 'Add' })
  const openPage = (clientId: string): void => void navigate({ to: '/clients/$clientId', params: { clientId } })
  const closePanel = (): void => {
    setPanel(undefined)
    focusList()
  }
  const clearSelection = (): void => {
    selection.clear()
    focusList()
  }
  useCommands({
    searchClients: () => field.current?.focus(),
    addClient: mayAdd ? add : undefined,
    importClients: mayAdd ? () => void navigate({ to: '/clients/import' }) : undefined,
    closePanel: selection.count > 0 ? clearSelection : panel === undefined ? undefined : closePanel,
  })

  const isFiltered = setFilters(search).length > 0
  const total = counts === undefined ? undefined : countOf(counts, view)
  const isNew = counts !== undefined && counts.clients + counts.prospects + counts.archived === 0
  const onAdd = mayAdd ? add : undefined
  const onImport = mayAdd ? () => void navigate({ to: '/clients/import' }) : undefined

  const onTakeOver = mayTakeOver ? () => setTakingOver(true) : undefined

  const content = list.isPending ? (
    list.error === undefined ? (
      <LoadingRows words={t('opening')} count={16} />
    ) : (
      <RpcFailureState error={list.error} onRetry={list.retry} />
    )
  ) : list.total === 0 && !list.isStale ? (
    <NoClientsHere view={view} isFiltered={isFiltered} onClear={onClear} />
  ) : (
    <ClientsTable {...{ columns, list, groups, selection }} onFullPage={openPage} />
  )
  return (
    <Page
      layout="table"
      header={
        isNew ? (
          <Header title={t('title')} aside={formats.number(0)} />
        ) : (
          <ClientsHeader
            count={total === undefined ? '' : formats.number(total)}
            field={field}
            search={search.search ?? ''}
            onSearch={(words) => onFilter({ search: words === '' ? undefined : words })}
            onLeaveSearch={focusList}
            onAdd={onAdd}
            onImport={onImport}
            onTakeOver={onTakeOver}
            onExport={mayExport ? (format) => exporting.mutate({ format }) : undefined}
            isExporting={exporting.isPending}
            isAdding={panel?.type === 'Add'}
          />
        )
      }
      toolbar={
        isNew ? undefined : (
          <>
            <ClientsToolbar {...{ counts, view, onView, search, onFilter, columns }} />
            <FilterBar
              search={search}
              count={t('count', { shown: formats.number(list.total), total: formats.number(total ?? list.total) })}
              onFilter={(change) => {
                onFilter(change)
                focusList()
              }}
              onClear={() => {
                onClear()
                focusList()
              }}
            />
          </>
        )
      }
      bulk={
        selection.count > 0 && (
          <ClientsBulkBar
            selection={{ ...selection, clear: clearSelection }}
            total={list.total}
            view={view}
            onChange={(change) => {
              if (!bulk.isRunning) bulk.change({ clients: selection.clients, change })
            }}
            onExport={mayExport ? (format) => exporting.mutate({ format, selected: selection.clients }) : undefined}
          />
        )
      }
      panel={
        panel?.type === 'Add' ? (
          <AddClientPanel onAdded={focusList} onClose={closePanel} />
        ) : panel?.type === 'Client' ? (
          <ListedClientPanel clientId={panel.clientId} list={list} onFullPage={openPage} onClose={closePanel} />
        ) : undefined
      }
    >
      <div className={css.list} ref={within}>
        {isNew ? <NoClientsYet onAdd={onAdd} onImport={onImport} onTakeOver={onTakeOver} /> : content}
        {!isNew && counts !== undefined && (
          <ClientsSummary
            counts={counts}
            search={search}
            onShow={(next) => void navigate({ to: '/clients', search: next })}
          />
        )}
      </div>
      {isTakingOver && <TakeOverDialog onClose={endTakeOver} />}
    </Page>
  )
}
