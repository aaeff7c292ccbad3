/** The selection of the Clients list. Another filter shows other clients, so it begins with none. */
import { useMemo, useState } from 'react'
import {
  changeSelection,
  everythingSelected,
  nothingSelected,
  selectedAmong,
  selectedClients,
  selectedCount,
} from './client-selection.ts'
import type { SelectedClients } from '#api/client-changes.ts'
import type { ClientFilter } from './clients-query.ts'
import type { ClientRows } from './use-client-rows.ts'

export type ListSelection = {
  readonly count: number
  readonly isAll: boolean
  /** Of the rows that are here. */
  readonly ids: ReadonlySet<string>
  readonly clients: SelectedClients
  onChange(ids: ReadonlySet<string>): void
  selectAll(): void
  clear(): void
}

export const useClientSelection = (filter: ClientFilter, list: ClientRows): ListSelection => {
  const { sort: _sort, groupBy: _groupBy, ...shown } = filter
  const key = JSON.stringify(shown)
  const [held, setHeld] = useState({ key, selection: nothingSelected })
  const selection = held.key === key ? held.selection : nothingSelected
  const here = useMemo(() => list.rows.flatMap((row) => row?.id ?? []), [list.rows])
  const ids = useMemo(() => selectedAmong(selection, here), [selection, here])
  const count = selectedCount(selection, list.total)
  return {
    count,
    isAll: count > 0 && count === list.total,
    ids,
    clients: selectedClients(selection, filter),
    onChange: (selected) => setHeld({ key, selection: changeSelection(selection, here, selected) }),
    selectAll: () => setHeld({ key, selection: everythingSelected }),
    clear: () => setHeld({ key, selection: nothingSelected }),
  }
}
