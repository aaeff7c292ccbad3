/** Columns of a DataTable: what a feature says about them, and the rules of their widths. */
import type { ReactNode } from 'react'
import type { Density } from '#renderer/theme/size-tokens.ts'
import type { SortValue } from './compare-values.ts'

export type DataColumn<Row> = {
  readonly id: string
  /** The words of the head, also used in the menus of sort and columns. */
  readonly label: string
  /** In px. The flexible column takes what is left, and this at least. */
  readonly width: number
  /** The name column: one to a table. It is never hidden and stays in sight when the table is scrolled sideways. */
  readonly flexible?: boolean
  /** Figures and dates in columns: digits of one width; `end` for what is added up or compared. */
  readonly figures?: boolean
  readonly align?: 'start' | 'end'
  /** Only a glyph stands in the cells: the head's words are for those who hear the page. */
  readonly narrow?: boolean
  /** What the cell shows; undefined, null or '' is shown as –. */
  readonly cell: (row: Row) => ReactNode
  /** The whole text, for the tooltip of what does not fit. Needed where `cell` is more than a text. */
  readonly text?: (row: Row) => string | undefined
  /** Given when the column can be sorted: in words, how each direction reads. */
  readonly sort?: ColumnSortWords | undefined
  /** What the rows are ordered by when the table sorts them itself. */
  readonly sortValue?: (row: Row) => SortValue
  /** Out of sight until asked for. */
  readonly hiddenAtFirst?: boolean
}

/** "lowest first", "highest first". */
export type ColumnSortWords = { readonly asc: string; readonly desc: string; readonly first?: 'asc' | 'desc' }

export type SortRule = { readonly id: string; readonly direction: 'asc' | 'desc' }

export type ColumnLayout = {
  readonly widths: Readonly<Record<string, number>>
  /** Says for a column whether it is out of sight; where it says nothing, the column itself does. */
  readonly hidden: Readonly<Record<string, boolean>>
  /** Ids of columns; without it they stand as the feature gives them. */
  readonly order?: readonly string[] | undefined
  /** Without it the density of the app. */
  readonly density?: Density | undefined
}

export const defaultLayout: ColumnLayout = { widths: {}, hidden: {} }

export const minimalWidth = 48
export const selectionWidth = 40

export const isHidden = <Row>(column: DataColumn<Row>, layout: ColumnLayout): boolean =>
  column.flexible !== true && (layout.hidden[column.id] ?? column.hiddenAtFirst ?? false)

/** Sort as words: "Risk, highest first; Name, A to Z". */
export const sortToWords = <Row>(sort: readonly SortRule[], columns: readonly DataColumn<Row>[]): string =>
  sort
    .flatMap(({ id, direction }) => {
      const column = columns.find((candidate) => candidate.id === id)
      return column?.sort === undefined ? [] : [`${column.label}, ${column.sort[direction]}`]
    })
    .join('; ')

/** What a click on a head does: sorts by it, turns it round; with Shift it joins the others, and leaves them again. */
export const nextSort = (
  sort: readonly SortRule[],
  column: { readonly id: string; readonly first: 'asc' | 'desc' },
  adds: boolean,
): readonly SortRule[] => {
  const current = sort.find(({ id }) => id === column.id)
  const other = column.first === 'asc' ? 'desc' : 'asc'
  if (current === undefined) {
    const rule: SortRule = { id: column.id, direction: column.first }
    return adds ? [...sort, rule] : [rule]
  }
  if (adds && current.direction === other) return sort.filter(({ id }) => id !== column.id)
  const turned: SortRule = { id: column.id, direction: current.direction === 'asc' ? 'desc' : 'asc' }
  return adds ? sort.map((rule) => (rule.id === column.id ? turned : rule)) : [turned]
}
