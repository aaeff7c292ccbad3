/** A table of any length: one tab stop, a cursor of its own, and only the rows on the screen in the page. */
import { useLetterKeys } from '#renderer/commands/letter-keys.ts'
import { useDidUpdate } from '@mantine/hooks'
import { useVirtualizer, defaultRangeExtractor, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useRowHeight } from '#renderer/theme/density.ts'
import { CellTooltip } from './cell-tooltip.tsx'
import { orderedColumns } from './column-order.ts'
import css from './data-table.module.css'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow, GroupRow } from './data-table-row.tsx'
import type { DataTableProps } from './data-table-props.ts'
import { foldListItems, rowRanges, toListItems, type ListItem } from './list-items.ts'
import { rowElementId } from './row-element-id.ts'
import { defaultLayout, selectionWidth, type DataColumn } from './table-columns.ts'
import { useControlled } from './use-controlled.ts'
import { useRowCursor } from './use-row-cursor.ts'
import { useShownRows, useTableModel } from './use-table-model.ts'

const headHeight = 32
const groupHeight = 30
const overscan = 12

export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { columns, rows, rowId, texts, lines = 1, density, groupOf, selectable = false, openId } = props
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [sort, setSort] = useControlled(props.sort, props.onSortChange, [])
  const [layout, setLayout] = useControlled(props.layout, props.onLayoutChange, defaultLayout)
  const rowHeight = useRowHeight(lines, layout.density ?? density)
  const table = useTableModel({
    columns,
    rows,
    rowId,
    sort,
    sortsElsewhere: props.sortsElsewhere ?? false,
    layout,
    onLayoutChange: setLayout,
  })
  const shown = useShownRows(table, { rows, rowId, sortsElsewhere: props.sortsElsewhere ?? false })
  const { groups } = props
  const [folded, setFolded] = useControlled(props.folded, props.onFoldedChange, nothingFolded)
  const items = useMemo(
    () =>
      groups === undefined
        ? toListItems(
            shown,
            groupOf && (({ original }) => (original.row === undefined ? undefined : groupOf(original.row))),
          )
        : foldListItems(shown, groups, folded),
    [shown, groupOf, groups, folded],
  )
  const ids = useMemo(() => items.flatMap(cursorIdOf), [items])
  const groupIds = useMemo(() => new Set(groups?.map(({ id }) => groupElementId(id))), [groups])
  const fold = (at: string, isFolded?: boolean): boolean => {
    const head = headOf(items, at)
    if (head === undefined) return false
    const next = new Set(folded)
    const folds = isFolded ?? !folded.has(head.key)
    if (folds) next.add(head.key)
    else next.delete(head.key)
    if (folds === folded.has(head.key)) return false
    setFolded(next)
    return true
  }
  const visible = useVisibleColumns(
    useMemo(() => orderedColumns(columns, layout), [columns, layout]),
    table
      .getVisibleLeafColumns()
      .map(({ id }) => id)
      .join(),
  )

  const lettersOn = useLetterKeys()
  const letters = props.letterKeys ?? lettersOn
  const cursor = useRowCursor({
    ids,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    selectable,
    letters,
    openId,
    groupIds,
    onFold: fold,
    onCursorChange: props.onCursorChange,
    selection: props.selection,
    onSelectionChange: props.onSelectionChange,
    onSelectAll: props.onSelectAll,
    onOpen: props.onOpen,
  })
  const cursorIndex = useMemo(
    () => items.findIndex((item) => cursorIdOf(item)[0] === cursor.state.cursor),
    [items, cursor.state.cursor],
  )

  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (items[index]?.type === 'Group' ? groupHeight : rowHeight),
    overscan,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The row under the cursor stays in the page, as the grid points at it.
    rangeExtractor: useCallback((range: Range) => withIndex(defaultRangeExtractor(range), cursorIndex), [cursorIndex]),
  })
  useDidUpdate(() => virtual.measure(), [virtual, rowHeight])
  const scrolledTo = useRef<string>(undefined)
  useEffect(() => {
    // Only when the cursor moves: when rows come and go around it, the list stays where one looks.
    if (cursorIndex < 0 || scrolledTo.current === cursor.state.cursor) return
    scrolledTo.current = cursor.state.cursor
    virtual.scrollToIndex(cursorIndex, { align: 'auto' })
  }, [virtual, cursorIndex, cursor.state.cursor])

  const inView = virtual.getVirtualItems()
  const first = inView[0]?.index ?? 0
  const last = inView.at(-1)?.index ?? 0
  const { onRangeChange } = props
  useEffect(() => {
    // Without folding every item is a row, or the rows are all here.
    if (groups === undefined) onRangeChange?.({ first, last })
    else rowRanges(items.slice(first, last + 1)).forEach((range) => onRangeChange?.(range))
  }, [onRangeChange, groups, items, first, last])

  const latest = useRef({ cursor, onOpen: props.onOpen })
  useLayoutEffect(() => {
    latest.current = { cursor, onOpen: props.onOpen }
  })
  const onRow = useCallback((id: string, how: RowPress): void => {
    const now = latest.current
    if (how === 'toggle' || how === 'range') return now.cursor.toggle(id, how === 'range')
    now.cursor.place(id)
    if (how === 'open') now.onOpen?.(id, { newWindow: false })
  }, [])

  const template = templateOf(visible, layout.widths, selectable)
  const { selected } = cursor.state
  return (
    <div className={css.root}>
      <div
        className={css.grid}
        ref={scroller}
        role={groups === undefined ? 'grid' : 'treegrid'}
        tabIndex={0}
        aria-label={texts.label}
        aria-rowcount={(props.total ?? items.length) + 1}
        aria-colcount={visible.length + (selectable ? 1 : 0)}
        aria-multiselectable={selectable || undefined}
        aria-activedescendant={
          cursor.state.cursor === undefined ? undefined : rowElementId(gridId, cursor.state.cursor)
        }
        aria-busy={props.busy || undefined}
        data-region-start
        onKeyDown={cursor.onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget) cursor.start()
        }}
        style={{ '--columns': template, '--table-width': `${widthOf(visible, layout.widths, selectable)}px` }}
      >
        <DataTableHead
          table={table}
          columns={visible}
          allColumns={columns}
          texts={texts}
          sort={sort}
          onSortChange={setSort}
          layout={layout}
          onLayoutChange={setLayout}
          selection={
            selectable
              ? { count: selected.size, total: ids.length - groupIds.size, onToggle: cursor.toggleAll }
              : undefined
          }
        />
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }}>
          {inView.map((place) => {
            const item = items[place.index]
            if (item === undefined) return null
            const start = place.start - headHeight
            if (item.type === 'Group') {
              return (
                <GroupRow
                  key={item.key}
                  elementId={rowElementId(gridId, groupElementId(item.key))}
                  index={place.index}
                  start={start}
                  label={item.label}
                  note={item.note}
                  isFolded={item.isFolded}
                  isCursor={groupElementId(item.key) === cursor.state.cursor}
                  onToggle={
                    item.isFolded === undefined
                      ? undefined
                      : () => {
                          cursor.place(groupElementId(item.key))
                          fold(groupElementId(item.key))
                        }
                  }
                  count={texts.groupCount?.(item.count) ?? `${item.count}`}
                  columns={visible.length + (selectable ? 1 : 0)}
                />
              )
            }
            const { id, original } = item.entry
            return (
              <DataTableRow
                key={id}
                id={id}
                elementId={rowElementId(gridId, id)}
                row={original.row}
                columns={visible as readonly DataColumn<unknown>[]}
                index={place.index}
                start={start}
                height={rowHeight}
                isCursor={id === cursor.state.cursor}
                isOpen={id === openId}
                level={groups === undefined ? undefined : 2}
                isSelected={selectable ? selected.has(id) : undefined}
                selectLabel={texts.selectRow}
                onRow={onRow}
              />
            )
          })}
        </div>
      </div>
      <CellTooltip within={scroller} />
    </div>
  )
}

export type RowPress = 'open' | 'place' | 'toggle' | 'range'

const nothingFolded: ReadonlySet<string> = new Set()

/** No row has such an id. */
const groupElementId = (id: string): string => `group ${id}`

type AnyItem = ListItem<{ readonly id: string; readonly original: { readonly row: unknown } }>

/** What the cursor can stand on: rows that are here, and the heads of groups that fold. */
const cursorIdOf = (item: AnyItem): readonly string[] => {
  if (item.type === 'Group') return item.isFolded === undefined ? [] : [groupElementId(item.key)]
  return item.entry.original.row === undefined ? [] : [item.entry.id]
}

/** Of the group that the cursor stands in, or on. */
const headOf = (items: readonly AnyItem[], at: string) => {
  const place = items.findIndex((item) => cursorIdOf(item)[0] === at)
  const head = items.slice(0, place + 1).findLast((item) => item.type === 'Group')
  return head?.type === 'Group' ? head : undefined
}

const useVisibleColumns = <Row,>(columns: readonly DataColumn<Row>[], visibleIds: string): readonly DataColumn<Row>[] =>
  useMemo(() => {
    const ids = new Set(visibleIds.split(','))
    return columns.filter(({ id }) => ids.has(id))
  }, [columns, visibleIds])

const withIndex = (indexes: number[], index: number): number[] =>
  index < 0 || indexes.includes(index) ? indexes : [...indexes, index].toSorted((left, right) => left - right)

type Widths = Readonly<Record<string, number>>

const templateOf = <Row,>(columns: readonly DataColumn<Row>[], widths: Widths, selectable: boolean): string =>
  [
    ...(selectable ? [`${selectionWidth - 16}px`] : []),
    ...columns.map(({ id, width, flexible }) => {
      const size = widths[id] ?? width
      return flexible === true ? `minmax(${size}px, 1fr)` : `${size}px`
    }),
  ].join(' ')

/** Of the narrowest table that still holds its columns: insets, widths and the gaps between them. */
const widthOf = <Row,>(columns: readonly DataColumn<Row>[], widths: Widths, selectable: boolean): number => {
  const sizes = columns.map(({ id, width }) => widths[id] ?? width)
  const count = sizes.length + (selectable ? 1 : 0)
  return sizes.reduce((sum, size) => sum + size, selectable ? selectionWidth - 16 : 0) + 16 * (count - 1) + 44
}
