/** The head of a DataTable: sorts by click, adds with Shift, changes widths and order by drag or with Alt and the arrow keys. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { takeColumnKey, type ColumnKey } from './column-keys.ts'
import { moveColumnBy, moveColumnTo } from './column-order.ts'
import css from './data-table.module.css'
import type { DataTableTexts } from './data-table-props.ts'
import { fitColumn } from './fit-column.ts'
import { RowCheckbox } from './row-checkbox.tsx'
import { minimalWidth, nextSort, type ColumnLayout, type DataColumn, type SortRule } from './table-columns.ts'
import type { TableModel } from './use-table-model.ts'

export type DataTableHeadProps<Row> = {
  readonly table: TableModel<Row>
  /** Those in sight, in their order. */
  readonly columns: readonly DataColumn<Row>[]
  readonly allColumns: readonly DataColumn<Row>[]
  readonly texts: DataTableTexts
  readonly sort: readonly SortRule[]
  readonly onSortChange: (sort: readonly SortRule[]) => void
  readonly layout: ColumnLayout
  readonly onLayoutChange: (layout: ColumnLayout) => void
  readonly selection: { readonly count: number; readonly total: number; readonly onToggle: () => void } | undefined
}

export const DataTableHead = <Row,>(props: DataTableHeadProps<Row>) => {
  const { table, columns, allColumns, texts, selection, layout, onLayoutChange } = props
  const [dragged, setDragged] = useState<string>()
  const [target, setTarget] = useState<string>()
  const headers = table.getHeaderGroups()[0]?.headers ?? []
  const setWidth = (id: string, width: number): void =>
    onLayoutChange({ ...layout, widths: { ...layout.widths, [id]: Math.round(Math.max(minimalWidth, width)) } })
  const onKey = (column: DataColumn<Row>, key: ColumnKey): void => {
    if (key.type === 'Widen') return setWidth(column.id, (layout.widths[column.id] ?? column.width) + key.by)
    onLayoutChange(moveColumnBy(allColumns, layout, { id: column.id, step: key.step, among: columns }))
  }
  const placeOf = (id: string | undefined): number => columns.findIndex((column) => column.id === id)
  const takes = (column: DataColumn<Row>): boolean =>
    dragged !== undefined && dragged !== column.id && column.flexible !== true
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
              data-drop={target === column.id ? (placeOf(dragged) < place ? 'after' : 'before') : undefined}
              onDragOver={(event) => {
                if (!takes(column)) return
                event.preventDefault()
                setTarget(column.id)
              }}
              onDragLeave={() => setTarget((now) => (now === column.id ? undefined : now))}
              onDrop={(event) => {
                if (dragged === undefined || !takes(column)) return
                event.preventDefault()
                onLayoutChange(moveColumnTo(allColumns, layout, { id: dragged, to: column.id }))
              }}
            >
              <HeadWords
                column={column}
                sort={props.sort}
                onSortChange={props.onSortChange}
                onKey={(key) => onKey(column, key)}
                drag={
                  column.flexible === true
                    ? undefined
                    : {
                        draggable: true,
                        onDragStart: (event) => {
                          event.dataTransfer.effectAllowed = 'move'
                          event.dataTransfer.setData('text/plain', column.label)
                          setDragged(column.id)
                        },
                        onDragEnd: () => {
                          setDragged(undefined)
                          setTarget(undefined)
                        },
                      }
                }
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
  readonly onKey: (key: ColumnKey) => void
  /** Undefined for the name column, which stays in its place. */
  readonly drag: HeadDrag | undefined
}

type HeadDrag = {
  readonly draggable: true
  readonly onDragStart: (event: DragEvent) => void
  readonly onDragEnd: () => void
}

const HeadWords = <Row,>({ column, sort, onSortChange, onKey, drag }: HeadWordsProps<Row>) => {
  const { sort: sortWords } = column
  const words = (
    <span
      className={column.narrow === true ? css.hiddenWords : css.headWords}
      {...(sortWords === undefined ? drag : undefined)}
    >
      {column.label}
    </span>
  )
  if (sortWords === undefined) return words
  const rule = sort.find(({ id }) => id === column.id)
  const Arrow = rule?.direction === 'desc' ? IconArrowDown : IconArrowUp
  return (
    <button
      type="button"
      className={css.sort}
      data-sorted={rule !== undefined || undefined}
      {...drag}
      onKeyDown={(event) => {
        const key = takeColumnKey(event)
        if (key !== undefined) onKey(key)
      }}
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
