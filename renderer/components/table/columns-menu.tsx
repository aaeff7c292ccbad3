/** Chooses the columns of a list, and their widths with Alt and the arrow keys. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { defaultLayout, isHidden, minimalWidth, type ColumnLayout, type DataColumn } from './table-columns.ts'

export type ColumnsMenuProps<Row> = {
  readonly columns: readonly DataColumn<Row>[]
  readonly layout: ColumnLayout
  readonly onLayoutChange: (layout: ColumnLayout) => void
  readonly texts: {
    readonly columns: string
    readonly reset: string
    /** Of the keys that change the width of the column under the cursor. */
    readonly widthHint: string
  }
}

export const ColumnsMenu = <Row,>({ columns, layout, onLayoutChange, texts }: ColumnsMenuProps<Row>) => (
  <Menu position="bottom-end" closeOnItemClick={false}>
    <Menu.Target>
      <Tooltip label={texts.columns}>
        <ActionIcon variant="default" aria-label={texts.columns}>
          <IconColumns3 size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Menu.Target>
    <Menu.Dropdown>
      {columns.map((column) => {
        const hidden = isHidden(column, layout)
        return (
          <Menu.CheckboxItem
            key={column.id}
            checked={!hidden}
            disabled={column.flexible === true}
            onChange={() => onLayoutChange({ ...layout, hidden: { ...layout.hidden, [column.id]: !hidden } })}
            onKeyDown={(event) => {
              const width = widthAfter(event, layout.widths[column.id] ?? column.width)
              if (width !== undefined) onLayoutChange({ ...layout, widths: { ...layout.widths, [column.id]: width } })
            }}
          >
            {column.label}
          </Menu.CheckboxItem>
        )
      })}
      <Menu.Divider />
      <Menu.Item onClick={() => onLayoutChange(defaultLayout)}>{texts.reset}</Menu.Item>
      <Menu.Label>{texts.widthHint}</Menu.Label>
    </Menu.Dropdown>
  </Menu>
)

const widthAfter = (event: KeyboardEvent, width: number): number | undefined => {
  if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return undefined
  event.preventDefault()
  event.stopPropagation()
  return Math.max(minimalWidth, width + (event.key === 'ArrowRight' ? 16 : -16))
}
