/** One row of a DataTable. It is drawn again only when something of its own changes. */
import { memo, type MouseEvent } from 'react'
import type { RowPress } from './data-table.tsx'
import css from './data-table.module.css'
import { EmptyValue } from './empty-value.tsx'
import { RowCheckbox } from './row-checkbox.tsx'
import type { DataColumn } from './table-columns.ts'

export type DataTableRowProps = {
  readonly id: string
  readonly elementId: string
  /** Undefined while it is on its way. */
  readonly row: unknown
  readonly columns: readonly DataColumn<unknown>[]
  readonly index: number
  readonly start: number
  readonly height: number
  readonly isCursor: boolean
  readonly isOpen: boolean
  /** Undefined where rows cannot be selected. */
  readonly isSelected: boolean | undefined
  readonly selectLabel: string
  readonly onRow: (id: string, how: RowPress) => void
}

export const DataTableRow = memo((props: DataTableRowProps) => {
  const { id, row, columns, index, isSelected } = props
  const isAbsent = row === undefined
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    if (isAbsent || isOwnControl(event)) return
    const selects = isSelected !== undefined
    if (selects && event.shiftKey) return props.onRow(id, 'range')
    if (selects && (event.ctrlKey || event.metaKey)) return props.onRow(id, 'toggle')
    props.onRow(id, 'open')
  }
  return (
    <div
      role="row"
      id={props.elementId}
      className={css.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={isAbsent || undefined}
      data-cursor={props.isCursor || undefined}
      data-open={props.isOpen || undefined}
      style={{ height: props.height, transform: `translateY(${props.start}px)` }}
      onClick={onClick}
    >
      {isSelected !== undefined && (
        <div role="gridcell" className={css.select} aria-colindex={1}>
          {!isAbsent && (
            <RowCheckbox
              label={props.selectLabel}
              isOn={isSelected}
              onToggle={(event) => props.onRow(id, event.shiftKey ? 'range' : 'toggle')}
            />
          )}
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          className={css.cell}
          aria-colindex={place + (isSelected === undefined ? 1 : 2)}
          style={{ gridColumn: place + (isSelected === undefined ? 1 : 2) }}
          data-align={column.align}
          data-figures={column.figures}
          data-name={column.flexible}
          data-text={isAbsent ? undefined : column.text?.(row)}
        >
          {isAbsent ? <span className={css.absent} /> : <CellContent content={column.cell(row)} />}
        </div>
      ))}
    </div>
  )
})

const CellContent = ({ content }: { readonly content: ReturnType<DataColumn<unknown>['cell']> }) =>
  content === undefined || content === null || content === '' ? <EmptyValue /> : content

/** A link or a button in a row does what it says, not what the row does. */
const isOwnControl = (event: MouseEvent<HTMLElement>): boolean =>
  event.target instanceof Element && event.target.closest('a, button, input, select, textarea, label') !== null

export type GroupRowProps = {
  readonly index: number
  readonly start: number
  readonly label: string
  readonly count: string
  readonly columns: number
}

export const GroupRow = ({ index, start, label, count, columns }: GroupRowProps) => (
  <div role="row" className={css.group} aria-rowindex={index + 2} style={{ transform: `translateY(${start}px)` }}>
    <div role="gridcell" aria-colspan={columns} className={css.groupCell}>
      {label} <span className={css.groupCount}>{count}</span>
    </div>
  </div>
)
