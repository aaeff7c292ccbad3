/** Says in words how a list is sorted, and lets one choose without the mouse on a head. */
import { Button, Menu } from '@mantine/core'
import { IconArrowsSort, IconCheck } from '@tabler/icons-react'
import { sortToWords, type DataColumn, type SortRule } from './table-columns.ts'

export type SortMenuProps<Row> = {
  readonly columns: readonly DataColumn<Row>[]
  readonly sort: readonly SortRule[]
  readonly onSortChange: (sort: readonly SortRule[]) => void
  /** Shown when nothing is sorted. */
  readonly noSort: string
}

export const SortMenu = <Row,>({ columns, sort, onSortChange, noSort }: SortMenuProps<Row>) => {
  const words = sortToWords(sort, columns)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconArrowsSort size={15} stroke={1.6} aria-hidden />}>
          {words === '' ? noSort : words}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.flatMap((column) => {
          const { sort: sortWords } = column
          if (sortWords === undefined) return []
          return (['asc', 'desc'] as const).map((direction) => {
            const isOn = sort.some((rule) => rule.id === column.id && rule.direction === direction)
            return (
              <Menu.Item
                key={`${column.id}-${direction}`}
                aria-current={isOn || undefined}
                rightSection={isOn ? <IconCheck size={15} stroke={1.6} aria-hidden /> : undefined}
                onClick={() => onSortChange([{ id: column.id, direction }])}
              >
                {`${column.label}, ${sortWords[direction]}`}
              </Menu.Item>
            )
          })
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
