/** Which clients of the list are selected: some by name, or all that it shows but some, whether their rows have come or not. */
import type { SelectedClients } from '#api/client-changes.ts'
import type { ClientFilter } from './clients-query.ts'

export type ClientSelection =
  | { readonly type: 'Some'; readonly ids: ReadonlySet<string> }
  | { readonly type: 'All'; readonly except: ReadonlySet<string> }

export const nothingSelected: ClientSelection = { type: 'Some', ids: new Set() }
export const everythingSelected: ClientSelection = { type: 'All', except: new Set() }

export const selectedCount = (selection: ClientSelection, total: number): number =>
  selection.type === 'Some' ? selection.ids.size : Math.max(0, total - selection.except.size)

/** Those of the rows that are here. */
export const selectedAmong = (selection: ClientSelection, ids: readonly string[]): ReadonlySet<string> =>
  selection.type === 'Some' ? selection.ids : new Set(ids.filter((id) => !selection.except.has(id)))

/** The table tells which of the rows that are here are selected now. */
export const changeSelection = (
  selection: ClientSelection,
  ids: readonly string[],
  selected: ReadonlySet<string>,
): ClientSelection => {
  if (selection.type === 'Some' || selected.size === 0) return { type: 'Some', ids: selected }
  const except = new Set(selection.except)
  for (const id of ids) {
    if (selected.has(id)) except.delete(id)
    else except.add(id)
  }
  return { type: 'All', except }
}

/** As the engine takes it. */
export const selectedClients = (selection: ClientSelection, filter: ClientFilter): SelectedClients =>
  selection.type === 'Some' ? { ids: [...selection.ids] } : { query: filter, except: [...selection.except] }
