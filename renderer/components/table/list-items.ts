/** The rows of a list with the heads of its groups between them. */

export type ListItem<Entry> =
  | { readonly type: 'Row'; readonly entry: Entry; /** Its place among all rows. */ readonly index: number }
  | {
      readonly type: 'Group'
      readonly key: string
      readonly label: string
      readonly count: number
      readonly note?: string | undefined
      /** Undefined where groups cannot be folded. */
      readonly isFolded?: boolean | undefined
    }

/** Rows of one group stand together already; a group's head says how many they are. */
export const toListItems = <Entry>(
  entries: readonly Entry[],
  groupOf: ((entry: Entry) => string | undefined) | undefined,
): readonly ListItem<Entry>[] => {
  if (groupOf === undefined) return entries.map((entry, index) => ({ type: 'Row', entry, index }))
  const items: ListItem<Entry>[] = []
  let start = 0
  while (start < entries.length) {
    const group = groupAt(entries, start, groupOf)
    let end = start + 1
    while (end < entries.length && groupAt(entries, end, groupOf) === group) end += 1
    if (group !== undefined) items.push({ type: 'Group', key: `${group}-${start}`, label: group, count: end - start })
    items.push(...rowsBetween(entries, start, end))
    start = end
  }
  return items
}

export type ListGroup = {
  /** Of its own in this list. */
  readonly id: string
  readonly label: string
  readonly count: number
  /** Beside the count: what its rows have in common. */
  readonly note?: string | undefined
}

/** As many rows as each group says, in their order; of a folded group the head alone. Rows beyond all groups are left out. */
export const foldListItems = <Entry>(
  entries: readonly Entry[],
  groups: readonly ListGroup[],
  folded: ReadonlySet<string>,
): readonly ListItem<Entry>[] => {
  let start = 0
  return groups.flatMap(({ id, label, count, note }): readonly ListItem<Entry>[] => {
    const end = Math.min(start + count, entries.length)
    const isFolded = folded.has(id)
    const rows = isFolded ? [] : rowsBetween(entries, start, end)
    start = end
    return [{ type: 'Group', key: id, label, count, note, isFolded }, ...rows]
  })
}

/** The places of the rows among these items, in stretches that belong together. */
export const rowRanges = <Entry>(
  items: readonly ListItem<Entry>[],
): readonly { readonly first: number; readonly last: number }[] => {
  const ranges: { readonly first: number; readonly last: number }[] = []
  for (const item of items) {
    if (item.type === 'Group') continue
    const before = ranges.at(-1)
    if (before?.last === item.index - 1) ranges[ranges.length - 1] = { first: before.first, last: item.index }
    else ranges.push({ first: item.index, last: item.index })
  }
  return ranges
}

const rowsBetween = <Entry>(entries: readonly Entry[], start: number, end: number): readonly ListItem<Entry>[] =>
  entries.slice(start, end).map((entry, offset) => ({ type: 'Row', entry, index: start + offset }))

const groupAt = <Entry>(
  entries: readonly Entry[],
  index: number,
  groupOf: (entry: Entry) => string | undefined,
): string | undefined => {
  const entry = entries[index]
  return entry === undefined ? undefined : groupOf(entry)
}
