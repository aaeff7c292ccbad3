/** Cursor and selection of a list are different things: the rules of both, free of any page. */

export type RowCursor = {
  /** The row that keys act on. */
  readonly cursor: string | undefined
  /** Where a range began. */
  readonly anchor: string | undefined
  readonly selected: ReadonlySet<string>
}

export const noCursor: RowCursor = { cursor: undefined, anchor: undefined, selected: new Set() }

export type CursorMove = 'next' | 'previous' | 'pageDown' | 'pageUp' | 'first' | 'last'

type Rows = { readonly ids: readonly string[]; readonly pageSize: number }

/** Moves the cursor; with `extends` it selects what lies between it and where the range began. */
export const moveCursor = (
  state: RowCursor,
  rows: Rows,
  { move, extend }: { readonly move: CursorMove; readonly extend: boolean },
): RowCursor => {
  const here = state.cursor === undefined ? -1 : rows.ids.indexOf(state.cursor)
  const there = rows.ids[targetOf(move, here, rows)]
  if (there === undefined) return state
  if (!extend) return { ...state, cursor: there, anchor: there }
  const anchor = state.anchor ?? state.cursor ?? there
  return { cursor: there, anchor, selected: addRange(state.selected, rows.ids, { from: anchor, to: there }) }
}

const targetOf = (move: CursorMove, here: number, { ids, pageSize }: Rows): number => {
  const last = ids.length - 1
  switch (move) {
    case 'next':
      return Math.min(here + 1, last)
    case 'previous':
      return here < 0 ? last : Math.max(here - 1, 0)
    case 'pageDown':
      return Math.min(Math.max(here, 0) + pageSize, last)
    case 'pageUp':
      return Math.max(here - pageSize, 0)
    case 'first':
      return 0
    case 'last':
      return last
  }
}

type Range = { readonly from: string; readonly to: string }

const addRange = (selected: ReadonlySet<string>, ids: readonly string[], { from, to }: Range): ReadonlySet<string> => {
  const start = ids.indexOf(from)
  const end = ids.indexOf(to)
  if (start < 0 || end < 0) return new Set([...selected, to])
  return new Set([...selected, ...ids.slice(Math.min(start, end), Math.max(start, end) + 1)])
}

/** Space or a click on the checkbox; with Shift everything from where the range began. */
export const toggleRow = (
  state: RowCursor,
  ids: readonly string[],
  { id, range }: { readonly id: string; readonly range: boolean },
): RowCursor => {
  if (range && state.anchor !== undefined) {
    return { ...state, cursor: id, selected: addRange(state.selected, ids, { from: state.anchor, to: id }) }
  }
  const selected = new Set(state.selected)
  if (!selected.delete(id)) selected.add(id)
  return { cursor: id, anchor: id, selected }
}

export const placeCursor = (state: RowCursor, id: string): RowCursor => ({ ...state, cursor: id, anchor: id })

export const selectAll = (state: RowCursor, ids: readonly string[]): RowCursor => ({ ...state, selected: new Set(ids) })

export const clearSelection = (state: RowCursor): RowCursor => ({ ...state, selected: new Set() })

/** When rows came, went or changed places: the cursor stays on its row, or on the one that took its place. */
export const keepCursor = (state: RowCursor, before: readonly string[], after: readonly string[]): RowCursor => {
  if (state.cursor === undefined || after.includes(state.cursor)) return state
  const place = before.indexOf(state.cursor)
  const heir = after[Math.min(Math.max(place, 0), after.length - 1)]
  return { ...state, cursor: heir, anchor: heir }
}
