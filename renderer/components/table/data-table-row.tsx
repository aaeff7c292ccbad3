/** One row of a DataTable. It is drawn again only when something of its own changes. */
import { IconChevronRight } from '@tabler/icons-react'
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
  /** Where rows stand in groups that fold: 2. */
  readonly level: number | undefined
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
      aria-level={props.level}
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
  readonly elementId: string
  readonly index: number
  readonly start: number
  readonly label: string
  readonly count: string
  readonly note: string | undefined
  readonly columns: number
  readonly isCursor: boolean
  /** Undefined where groups cannot be folded. */
  readonly isFolded: boolean | undefined
  readonly onToggle: (() => void) | undefined
}

export const GroupRow = (props: GroupRowProps) => {
  const { isFolded, note } = props
  return (
    <div
      role="row"
      id={props.elementId}
      className={css.group}
      aria-rowindex={props.index + 2}
      aria-level={isFolded === undefined ? undefined : 1}
      aria-expanded={isFolded === undefined ? undefined : !isFolded}
      data-cursor={props.isCursor || undefined}
      data-folds={isFolded !== undefined || undefined}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={props.onToggle}
    >
      <div role="gridcell" aria-colspan={props.columns} className={css.groupCell}>
        {isFolded !== undefined && (
          <IconChevronRight className={css.groupArrow} data-open={!isFolded || undefined} size={14} aria-hidden />
        )}
        {props.label} <span className={css.groupCount}>{props.count}</span>
        {note !== undefined && <span className={css.groupNote}>{note}</span>}
      </div>
    </div>
  )
}
