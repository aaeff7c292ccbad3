/** Over the table: the views with their live counts; filter, sort and columns. */
import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { PortfolioCounts } from '#api/engine.ts'
import type { ClientRow } from './client-row.ts'
import type { ClientsSearch } from '#renderer/app/routes.tsx'
import { Toolbar } from '#renderer/components/frame/toolbar.tsx'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { ColumnsMenu } from '#renderer/components/table/columns-menu.tsx'
import { SortMenu } from '#renderer/components/table/sort-menu.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import { clientsViews, type ClientsView } from './clients-query.ts'
import { setLayout, setSort, useClientsView } from './clients-view.ts'
import { FilterPopover } from './filter-popover.tsx'
import { GroupMenu } from './group-menu.tsx'
import { SavedViewActions } from './saved-view-actions.tsx'
import { useFormats } from './use-formats.ts'
import { useSavedViews } from './use-saved-views.ts'

export type ClientsToolbarProps = {
  readonly counts: PortfolioCounts | undefined
  readonly view: ClientsView
  readonly onView: (view: ClientsView) => void
  readonly search: ClientsSearch
  readonly onFilter: (change: ClientsSearch) => void
  readonly columns: readonly DataColumn<ClientRow>[]
}

export const ClientsToolbar = ({ counts, view, onView, search, onFilter, columns }: ClientsToolbarProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const { sort, layout, panel } = useClientsView()
  const saved = useSavedViews(search)
  // Beside a panel the views need the room; the heads of the table still sort.
  const isNarrow = useMediaQuery('(max-width: 1479px)', false, { getInitialValueInEffect: false })
  const isTight = isNarrow && panel !== undefined
  return (
    <Toolbar
      label={t('toolbar')}
      start={
        <>
          <ViewTabs<string>
            label={t('views.label')}
            value={saved.active?.id ?? view}
            onChange={(id) => {
              const builtIn = clientsViews.find((one) => one === id)
              if (builtIn === undefined) saved.choose(id)
              else onView(builtIn)
            }}
            tabs={[
              ...clientsViews.map((id) => ({
                id,
                label: t(`views.${id}`),
                count: counts === undefined ? undefined : formats.number(countOf(counts, id)),
              })),
              ...saved.views.map(({ id, name, count }) => ({
                id,
                label: name,
                count: count === undefined ? undefined : formats.number(count),
              })),
            ]}
          />
          <SavedViewActions saved={saved} />
        </>
      }
      end={
        <>
          <FilterPopover search={search} onFilter={onFilter} />
          {!isTight && (
            <>
              <GroupMenu value={search.group} onChange={(group) => onFilter({ group })} />
              <SortMenu columns={columns} sort={sort} onSortChange={setSort} noSort={t('sort.none')} />
              <ColumnsMenu
                columns={columns}
                layout={layout}
                onLayoutChange={setLayout}
                texts={{
                  columns: t('columns.menu'),
                  reset: t('columns.reset'),
                  keysHint: t('columns.keysHint'),
                  density: t('columns.density'),
                  densities: t('columns.densities', { returnObjects: true }),
                }}
              />
            </>
          )}
        </>
      }
    />
  )
}

export const countOf = (counts: PortfolioCounts, view: ClientsView): number => {
  switch (view) {
    case 'all':
      return counts.clients
    case 'attention':
      return counts.byAttention.now
    case 'prospects':
      return counts.prospects
    case 'archived':
      return counts.archived
  }
}
