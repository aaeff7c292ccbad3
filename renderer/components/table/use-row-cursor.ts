/** Holds the cursor and the selection of a DataTable, its own or the feature's, and hears its keys. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import {
  clearSelection,
  keepCursor,
  moveCursor,
  noCursor,
  placeCursor,
  selectAll,
  toggleRow,
  type RowCursor,
} from './row-cursor.ts'
import { actionOfKey, type TableAction } from './table-keys.ts'

export type RowCursorOptions = {
  readonly ids: readonly string[]
  readonly pageSize: () => number
  readonly selectable: boolean
  readonly letters: boolean
  /** The row that is open in the panel: when another opens, the cursor goes there. */
  readonly openId?: string | undefined
  readonly onCursorChange?: ((id: string | undefined) => void) | undefined
  readonly selection?: ReadonlySet<string> | undefined
  readonly onSelectionChange?: ((ids: ReadonlySet<string>) => void) | undefined
  /** Selects rows that are not here, too. */
  readonly onSelectAll?: (() => void) | undefined
  /** Among the ids: heads of groups, which fold instead of being opened or selected. */
  readonly groupIds?: ReadonlySet<string> | undefined
  readonly onFold?: ((id: string, folded?: boolean) => boolean) | undefined
  readonly onOpen?: ((id: string, how: { readonly newWindow: boolean }) => void) | undefined
}

export const useRowCursor = (options: RowCursorOptions) => {
  const { ids, selectable, openId, selection, onCursorChange, onSelectionChange, onSelectAll, onOpen } = options
  const { groupIds = noGroups, onFold } = options
  const [own, setOwn] = useState<RowCursor>(openId === undefined ? noCursor : placeCursor(noCursor, openId))
  const [lastOpenId, setLastOpenId] = useState(openId)
  if (openId !== lastOpenId) {
    setLastOpenId(openId)
    if (openId !== undefined) setOwn(placeCursor(own, openId))
  }
  const state: RowCursor = selection === undefined ? own : { ...own, selected: selection }

  const change = (wanted: RowCursor): void => {
    const next = withoutGroups(wanted, state, groupIds)
    setOwn(next)
    const { cursor } = next
    if (cursor !== state.cursor) onCursorChange?.(cursor !== undefined && groupIds.has(cursor) ? undefined : cursor)
    if (next.selected !== state.selected) onSelectionChange?.(next.selected)
  }

  const before = useRef(ids)
  useEffect(() => {
    if (before.current === ids) return
    const kept = keepCursor(state, before.current, ids)
    before.current = ids
    if (kept !== state) change(kept)
  })

  const selectEverything = (): void => {
    if (onSelectAll === undefined) change(selectAll(state, ids))
    else onSelectAll()
  }

  const act = (action: TableAction): boolean => {
    const group = state.cursor !== undefined && groupIds.has(state.cursor) ? state.cursor : undefined
    if (group !== undefined && (action.type === 'Open' || action.type === 'Toggle')) return onFold?.(group) ?? false
    switch (action.type) {
      case 'Move': {
        const extend = action.extend && selectable
        change(moveCursor(state, { ids, pageSize: options.pageSize() }, { move: action.move, extend }))
        return true
      }
      case 'Open':
        if (state.cursor === undefined || onOpen === undefined) return false
        onOpen(state.cursor, { newWindow: action.newWindow })
        return true
      case 'Toggle':
        if (!selectable || state.cursor === undefined) return false
        change(toggleRow(state, ids, { id: state.cursor, range: action.range }))
        return true
      case 'SelectAll':
        if (!selectable) return false
        selectEverything()
        return true
      case 'Fold':
        return state.cursor !== undefined && (onFold?.(state.cursor, action.folded) ?? false)
      case 'Clear':
        // With nothing to clear, Esc is for what lies below: the panel, the client.
        if (state.selected.size === 0) return false
        change(clearSelection(state))
        return true
    }
  }

  return {
    state,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.target !== event.currentTarget) return
      const action = actionOfKey(event, { letters: options.letters })
      if (action === undefined || !act(action)) return
      event.preventDefault()
      event.stopPropagation()
    },
    /** When the list gets the focus, keys have to have a row to act on. */
    start: (): void => {
      const first = ids[0]
      if (state.cursor === undefined && first !== undefined) change(placeCursor(state, first))
    },
    place: (id: string): void => change(placeCursor(state, id)),
    toggle: (id: string, range: boolean): void => change(toggleRow(state, ids, { id, range })),
    toggleAll: (): void => (state.selected.size > 0 ? change(clearSelection(state)) : selectEverything()),
  }
}

const noGroups: ReadonlySet<string> = new Set()

/** A range that goes over a group's head selects its rows, not the head. */
const withoutGroups = (wanted: RowCursor, state: RowCursor, groupIds: ReadonlySet<string>): RowCursor => {
  if (wanted.selected === state.selected || groupIds.size === 0) return wanted
  return { ...wanted, selected: new Set([...wanted.selected].filter((id) => !groupIds.has(id))) }
}
