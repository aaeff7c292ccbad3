/** The head of a DataTable: sorts by click, adds with Shift, changes widths by drag or with Alt and the arrow keys. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import css from './data-table.module.css'
import type { DataTableTexts } from './data-table-props.ts'
import { fitColumn } from './fit-column.ts'
import { RowCheckbox } from './row-checkbox.tsx'
import { minimalWidth, nextSort, type ColumnLayout, type DataColumn, type SortRule } from './table-columns.ts'
import type { TableModel } from './use-table-model.ts'

export type DataTableHeadProps<Row> = {
  readonly table: TableModel<Row>
  readonly columns: readonly DataColumn<Row>[]
  readonly texts: DataTableTexts
  readonly sort: readonly SortRule[]
  readonly onSortChange: (sort: readonly SortRule[]) => void
  readonly layout: ColumnLayout
  readonly onLayoutChange: (layout: ColumnLayout) => void
  readonly selection: { readonly count: number; readonly total: number; readonly onToggle: () => void } | undefined
}

export const DataTableHead = <Row,>(props: DataTableHeadProps<Row>) => {
  const { table, columns, texts, selection, layout, onLayoutChange } = props
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const setWidth = (id: string, width: number): void =>
    onLayoutChange({ ...layout, widths: { ...layout.widths, [id]: Math.round(Math.max(minimalWidth, width)) } })
  return (
    <div role="rowgroup" className={css.head}>
      <div role="row" className={css.headRow} aria-rowindex={1}>
        {selection !== undefined && (
          <div role="columnheader" className={css.select} aria-colindex={1}>
            <RowCheckbox
              label={texts.selectAll}
              isOn={selection.count > 0 && selection.count === selection.total}
              isPartly={selection.count > 0 && selection.count < selection.total}
              isTabStop
              onToggle={selection.onToggle}
            />
          </div>
        )}
        {columns.map((column, place) => {
          const header = headers.find(({ column: { id } }) => id === column.id)
          return (
            <div
              key={column.id}
              role="columnheader"
              className={css.headCell}
              aria-colindex={place + (selection === undefined ? 1 : 2)}
              aria-sort={ariaSort(column, props.sort)}
              data-align={column.align}
              data-name={column.flexible}
            >
              <HeadWords
                column={column}
                sort={props.sort}
                onSortChange={props.onSortChange}
                onWiden={(step) => setWidth(column.id, (layout.widths[column.id] ?? column.width) + step)}
              />
              {header !== undefined && (
                <span
                  className={css.resizer}
                  data-handle
                  title={texts.resize}
                  data-resizing={header.column.getIsResizing() || undefined}
                  onMouseDown={header.getResizeHandler()}
                  onTouchStart={header.getResizeHandler()}
                  onDoubleClick={(event) => setWidth(column.id, fitColumn(event.currentTarget))}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type HeadWordsProps<Row> = {
  readonly column: DataColumn<Row>
  readonly sort: readonly SortRule[]
  readonly onSortChange: (sort: readonly SortRule[]) => void
  readonly onWiden: (step: number) => void
}

const HeadWords = <Row,>({ column, sort, onSortChange, onWiden }: HeadWordsProps<Row>) => {
  const words = <span className={column.narrow === true ? css.hiddenWords : css.headWords}>{column.label}</span>
  const { sort: sortWords } = column
  if (sortWords === undefined) return words
  const rule = sort.find(({ id }) => id === column.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    event.preventDefault()
    event.stopPropagation()
    onWiden(event.key === 'ArrowRight' ? 16 : -16)
  }
  const Arrow = rule?.direction === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={css.sort}
      data-sorted={rule !== undefined || undefined}
      onKeyDown={onKeyDown}
      onClick={(event) =>
        onSortChange(nextSort(sort, { id: column.id, first: sortWords.first ?? 'asc' }, event.shiftKey))
      }
    >
      {words}
      {rule !== undefined && <Arrow size={14} stroke={1.6} aria-hidden />}
    </button>
  )
}

const ariaSort = <Row,>(column: DataColumn<Row>, sort: readonly SortRule[]) => {
  if (column.sort === undefined) return undefined
  const rule = sort.find(({ id }) => id === column.id)
  return rule === undefined ? 'none' : rule.direction === 'asc' ? 'ascending' : 'descending'
}
