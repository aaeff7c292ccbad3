/** The order of a table's columns: what the person moved, and a place for columns that came since. */
import type { ColumnLayout, DataColumn } from './table-columns.ts'

/** The name column stays first, as it stays in sight; a column that the order does not name follows its neighbour. */
export const orderedColumns = <Row>(
  columns: readonly DataColumn<Row>[],
  { order }: ColumnLayout,
): readonly DataColumn<Row>[] => {
  if (order === undefined || order.length === 0) return columns
  const columnsById = new Map(columns.map((column) => [column.id, column]))
  const ordered = order.flatMap((id) => columnsById.get(id) ?? [])
  columns.forEach((column, place) => {
    if (ordered.includes(column)) return
    const before = columns[place - 1]
    ordered.splice(before === undefined ? 0 : ordered.indexOf(before) + 1, 0, column)
  })
  return ordered.toSorted((a, b) => Number(b.flexible === true) - Number(a.flexible === true))
}

/** To the place of the other one; towards the end it comes to stand after it. */
export const moveColumnTo = <Row>(
  columns: readonly DataColumn<Row>[],
  layout: ColumnLayout,
  { id, to }: { readonly id: string; readonly to: string },
): ColumnLayout => {
  const shown = orderedColumns(columns, layout)
  const [from, place] = [id, to].map((wanted) => shown.findIndex((column) => column.id === wanted)) as [number, number]
  const moved = shown[from]
  if (moved === undefined || moved.flexible === true || place < 0 || shown[place]?.flexible === true) return layout
  return {
    ...layout,
    order: shown
      .toSpliced(from, 1)
      .toSpliced(place, 0, moved)
      .map((column) => column.id),
  }
}

/** One place towards the start (-1) or the end (1) among those given; at an end it stays. */
export const moveColumnBy = <Row>(
  columns: readonly DataColumn<Row>[],
  layout: ColumnLayout,
  { id, step, among }: { readonly id: string; readonly step: -1 | 1; readonly among: readonly DataColumn<Row>[] },
): ColumnLayout => {
  const neighbour = among[among.findIndex((column) => column.id === id) + step]
  return neighbour === undefined ? layout : moveColumnTo(columns, layout, { id, to: neighbour.id })
}
