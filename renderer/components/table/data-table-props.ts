/** What a feature tells a DataTable. */
import type { Density } from '#renderer/theme/size-tokens.ts'
import type { ListGroup } from './list-items.ts'
import type { ColumnLayout, DataColumn, SortRule } from './table-columns.ts'

export type DataTableTexts = {
  /** What the table lists. */
  readonly label: string
  readonly selectAll: string
  readonly selectRow: string
  /** Said of a head that can be dragged; the words of the tooltip. */
  readonly resize: string
  /** "18", or "18 controls". */
  readonly groupCount?: (count: number) => string
}

export type DataTableProps<Row> = {
  /** Stable between renders, as are `rowId` and `groupOf`. */
  readonly columns: readonly DataColumn<Row>[]
  /** A row that is not here yet is undefined; its place is kept and `onRangeChange` says that it is looked at. */
  readonly rows: readonly (Row | undefined)[]
  readonly rowId: (row: Row) => string
  readonly texts: DataTableTexts
  /** Of all rows, where `rows` does not hold a place for each. */
  readonly total?: number
  readonly lines?: 1 | 2
  readonly density?: Density
  readonly busy?: boolean
  /** Rows with the same words stand under one head; they come in that order. */
  readonly groupOf?: (row: Row) => string | undefined
  /** Groups that are counted elsewhere, in the order of the rows; they fold. */
  readonly groups?: readonly ListGroup[] | undefined
  /** Ids of groups. */
  readonly folded?: ReadonlySet<string> | undefined
  readonly onFoldedChange?: (folded: ReadonlySet<string>) => void
  readonly sort?: readonly SortRule[] | undefined
  readonly onSortChange?: (sort: readonly SortRule[]) => void
  /** The rows come sorted, from the engine; else the table sorts them by `sortValue`. */
  readonly sortsElsewhere?: boolean
  readonly layout?: ColumnLayout | undefined
  readonly onLayoutChange?: (layout: ColumnLayout) => void
  readonly selectable?: boolean
  readonly selection?: ReadonlySet<string> | undefined
  readonly onSelectionChange?: (ids: ReadonlySet<string>) => void
  /** Ctrl A and the box in the head: what is selected then is the feature's to say, as not every row is here. */
  readonly onSelectAll?: (() => void) | undefined
  readonly onCursorChange?: (id: string | undefined) => void
  /** Enter or a click; Ctrl Enter asks for a window of its own. */
  readonly onOpen?: (id: string, how: { readonly newWindow: boolean }) => void
  /** The row that is open in the panel. */
  readonly openId?: string | undefined
  /** J and K; on unless the person has turned single letters off. */
  readonly letterKeys?: boolean
  readonly onRangeChange?: (range: { readonly first: number; readonly last: number }) => void
}
