/** Chooses the columns of a list, their widths and order with Alt and the arrow keys, and the height of its rows. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { densities, type Density } from '#renderer/theme/size-tokens.ts'
import css from './columns-menu.module.css'
import { takeColumnKey } from './column-keys.ts'
import { moveColumnBy, orderedColumns } from './column-order.ts'
import { defaultLayout, isHidden, minimalWidth, type ColumnLayout, type DataColumn } from './table-columns.ts'

export type ColumnsMenuProps<Row> = {
  readonly columns: readonly DataColumn<Row>[]
  readonly layout: ColumnLayout
  readonly onLayoutChange: (layout: ColumnLayout) => void
  readonly texts: {
    readonly columns: string
    readonly reset: string
    /** Of the keys that change width and place of the column under the cursor. */
    readonly keysHint: string
    readonly density: string
    readonly densities: Readonly<Record<Density | 'app', string>>
  }
}

export const ColumnsMenu = <Row,>({ columns, layout, onLayoutChange, texts }: ColumnsMenuProps<Row>) => {
  const ordered = orderedColumns(columns, layout)
  const onKey = (column: DataColumn<Row>, key: ReturnType<typeof takeColumnKey>): void => {
    if (key === undefined) return
    if (key.type === 'Move') {
      return onLayoutChange(moveColumnBy(columns, layout, { id: column.id, step: key.step, among: ordered }))
    }
    const width = Math.max(minimalWidth, (layout.widths[column.id] ?? column.width) + key.by)
    onLayoutChange({ ...layout, widths: { ...layout.widths, [column.id]: width } })
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Tooltip label={texts.columns}>
          <ActionIcon variant="default" aria-label={texts.columns}>
            <IconColumns3 size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={css.menu}>
        {ordered.map((column) => {
          const hidden = isHidden(column, layout)
          return (
            <Menu.CheckboxItem
              key={column.id}
              checked={!hidden}
              disabled={column.flexible === true}
              onChange={() => onLayoutChange({ ...layout, hidden: { ...layout.hidden, [column.id]: !hidden } })}
              onKeyDown={(event) => onKey(column, takeColumnKey(event))}
            >
              {column.label}
            </Menu.CheckboxItem>
          )
        })}
        <Menu.Label>{texts.keysHint}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{texts.density}</Menu.Label>
        <Menu.RadioGroup
          value={layout.density ?? 'app'}
          onChange={(value) => onLayoutChange({ ...layout, density: densities.find((density) => density === value) })}
        >
          {(['app', ...densities] as const).map((density) => (
            <Menu.RadioItem key={density} value={density}>
              {texts.densities[density]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={() => onLayoutChange({ ...defaultLayout, density: layout.density })}>
          {texts.reset}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
