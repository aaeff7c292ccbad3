/** Ten thousand clients in a table, with views, sort, columns and what can be done with a selection. */
import { Button } from '@mantine/core'
import { IconArchive, IconFileImport, IconFilter, IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { showToast } from '#renderer/components/feedback/toasts.tsx'
import { Header } from '#renderer/components/frame/header.tsx'
import { Page } from '#renderer/components/frame/page.tsx'
import { Toolbar } from '#renderer/components/frame/toolbar.tsx'
import { ViewTabs } from '#renderer/components/frame/view-tabs.tsx'
import { BulkAction, BulkBar } from '#renderer/components/table/bulk-bar.tsx'
import { ColumnsMenu } from '#renderer/components/table/columns-menu.tsx'
import { DataTable } from '#renderer/components/table/data-table.tsx'
import { SortMenu } from '#renderer/components/table/sort-menu.tsx'
import { defaultLayout, type ColumnLayout, type SortRule } from '#renderer/components/table/table-columns.ts'
import { sampleClients, type SampleClient } from '../sample-clients.ts'
import { clientColumns } from './client-columns.tsx'
import { GalleryFrame } from './gallery-frame.tsx'

const clients = sampleClients(10_000)
const clientId = ({ id }: SampleClient): string => id
const icon = { size: 15, stroke: 1.6, 'aria-hidden': true } as const
const views = [
  { id: 'all', label: 'All clients', count: '10,000' },
  { id: 'attention', label: 'Needs attention', count: '152' },
  { id: 'mine', label: 'Mine', count: '97' },
  { id: 'audits', label: 'Audit in 90 days', count: '54' },
] as const

export const ListScreen = () => {
  const [view, setView] = useState<(typeof views)[number]['id']>('all')
  const [sort, setSort] = useState<readonly SortRule[]>([{ id: 'risk', direction: 'desc' }])
  const [layout, setLayout] = useState<ColumnLayout>(defaultLayout)
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  return (
    <GalleryFrame current="list">
      <Page
        layout="table"
        header={
          <Header
            title="Clients"
            aside="10,000"
            actions={
              <>
                <Button variant="default" leftSection={<IconFileImport {...icon} />}>
                  Import
                </Button>
                <Button leftSection={<IconPlus {...icon} />}>Add client</Button>
              </>
            }
          />
        }
        toolbar={
          <Toolbar
            label="View of the list"
            start={<ViewTabs label="Saved views" tabs={views} value={view} onChange={setView} />}
            end={
              <>
                <Button variant="default" leftSection={<IconFilter {...icon} />}>
                  Filter
                </Button>
                <SortMenu columns={clientColumns} sort={sort} onSortChange={setSort} noSort="Not sorted" />
                <ColumnsMenu
                  columns={clientColumns}
                  layout={layout}
                  onLayoutChange={setLayout}
                  texts={{
                    columns: 'Columns',
                    reset: 'Reset columns',
                    keysHint: 'Alt ← → changes the width, Alt Shift ← → the place',
                    density: 'Height of rows',
                    densities: {
                      app: 'As in settings',
                      compact: 'Compact',
                      standard: 'Standard',
                      comfortable: 'Comfortable',
                    },
                  }}
                />
              </>
            }
          />
        }
        bulk={
          selection.size > 0 && (
            <BulkBar
              label="Selected clients"
              count={`${selection.size} selected`}
              selectAll={{ label: 'Select all 10,000', onSelect: () => setSelection(new Set(clients.map(clientId))) }}
              clear={{ label: 'Clear', onClear: () => setSelection(new Set()) }}
            >
              <BulkAction icon={<IconUserPlus {...icon} />} onClick={() => undefined}>
                Assign owner
              </BulkAction>
              <BulkAction
                icon={<IconArchive {...icon} />}
                onClick={() =>
                  showToast({
                    text: `${selection.size} clients archived`,
                    action: { label: 'Undo', isUndo: true, onRun: () => undefined },
                    close: 'Close',
                  })
                }
              >
                Archive
              </BulkAction>
            </BulkBar>
          )
        }
      >
        <DataTable
          columns={clientColumns}
          rows={clients}
          rowId={clientId}
          texts={{ label: 'Clients', selectAll: 'Select all', selectRow: 'Select', resize: 'Drag to change the width' }}
          sort={sort}
          onSortChange={setSort}
          layout={layout}
          onLayoutChange={setLayout}
          selectable
          selection={selection}
          onSelectionChange={setSelection}
          onOpen={(id) => {
            document.title = `open ${id}`
          }}
        />
      </Page>
    </GalleryFrame>
  )
}
