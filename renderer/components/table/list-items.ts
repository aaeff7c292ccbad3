/** The rows of a list with the heads of its groups between them. */

export type ListItem<Entry> =
  | { readonly type: 'Row'; readonly entry: Entry }
  | { readonly type: 'Group'; readonly key: string; readonly label: string; readonly count: number }

/** Rows of one group stand together already; a group's head says how many they are. */
export const toListItems = <Entry>(
  entries: readonly Entry[],
  groupOf: ((entry: Entry) => string | undefined) | undefined,
): readonly ListItem<Entry>[] => {
  if (groupOf === undefined) return entries.map((entry) => ({ type: 'Row', entry }))
  const items: ListItem<Entry>[] = []
  let start = 0
  while (start < entries.length) {
    const group = groupAt(entries, start, groupOf)
    let end = start + 1
    while (end < entries.length && groupAt(entries, end, groupOf) === group) end += 1
    if (group !== undefined) items.push({ type: 'Group', key: `${group}-${start}`, label: group, count: end - start })
    for (const entry of entries.slice(start, end)) items.push({ type: 'Row', entry })
    start = end
  }
  return items
}

const groupAt = <Entry>(
  entries: readonly Entry[],
  index: number,
  groupOf: (entry: Entry) => string | undefined,
): string | undefined => {
  const entry = entries[index]
  return entry === undefined ? undefined : groupOf(entry)
}
