/** The table of clients. While its panel is open the panel follows the cursor. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from './client-row.ts'
import { DataTable } from '#renderer/components/table/data-table.tsx'
import type { DataColumn } from '#renderer/components/table/table-columns.ts'
import { setLayout, setPanel, setSort, useClientsView } from './clients-view.ts'
import type { ClientGroups } from './use-client-groups.ts'
import { useFormats } from './use-formats.ts'
import type { ClientRows } from './use-client-rows.ts'
import type { ListSelection } from './use-client-selection.ts'

export type ClientsTableProps = {
  readonly columns: readonly DataColumn<ClientRow>[]
  readonly list: ClientRows
  readonly groups: ClientGroups
  readonly selection: ListSelection
  /** The client's own pages. */
  readonly onFullPage: (clientId: string) => void
}

const rowId = ({ id }: ClientRow): string => id

export const ClientsTable = ({ columns, list, groups, selection, onFullPage }: ClientsTableProps) => {
  const { t } = useTranslation('clients')
  const formats = useFormats()
  const { sort, layout, panel } = useClientsView()
  const follow = useFollowCursor(list.rows)
  return (
    <DataTable
      columns={columns}
      rows={list.rows}
      rowId={rowId}
      total={list.total}
      busy={list.isStale}
      texts={{
        label: t('list'),
        selectAll: t('columns.selectAll'),
        selectRow: t('columns.selectRow'),
        resize: t('columns.resize'),
        groupCount: formats.number,
      }}
      {...groups}
      sort={sort}
      onSortChange={setSort}
      sortsElsewhere
      layout={layout}
      onLayoutChange={setLayout}
      selectable
      selection={selection.ids}
      onSelectionChange={selection.onChange}
      onSelectAll={selection.selectAll}
      openId={panel?.type === 'Client' ? panel.clientId : undefined}
      onOpen={(clientId, { newWindow }) => (newWindow ? onFullPage(clientId) : setPanel({ type: 'Client', clientId }))}
      onCursorChange={follow}
      onRangeChange={list.onRangeChange}
    />
  )
}

/**
 * When the open client leaves the list, as it is archived or not yet loaded, the cursor passes to another row by itself.
 * The panel then stays with its client; a button in it must not suddenly act on somebody else.
 */
const useFollowCursor = (rows: ClientRows['rows']): ((clientId: string | undefined) => void) => {
  const { panel } = useClientsView()
  const heldFor = useRef<ClientRows['rows']>(undefined)
  return (clientId) => {
    if (clientId === undefined || panel?.type !== 'Client') return
    const isListed = rows.some((row) => row?.id === panel.clientId)
    if (!isListed && heldFor.current !== rows) {
      heldFor.current = rows
      return
    }
    setPanel({ type: 'Client', clientId })
  }
}
