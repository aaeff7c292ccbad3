/** What the palette shows for what was typed: groups in their order, the best of each first. */
import { foldText, matchScore } from '#domain/search/fuzzy-match.ts'

export type PaletteKind = 'client' | 'thing' | 'command' | 'person'

export type PaletteEntry = {
  readonly id: string
  readonly label: string
  /** Quiet words after the label: state, exposure. They are found too. */
  readonly note?: string | undefined
  readonly keywords?: readonly string[] | undefined
  /** Found by somebody who knows more than its words, and ranked: shown as it comes. */
  readonly isFound?: boolean
}

export type PaletteGroup<Entry extends PaletteEntry> = {
  readonly id: string
  readonly label: string
  readonly kind: PaletteKind
  readonly entries: readonly Entry[]
}

/** The first letter says what is looked for: `>` commands, `#` things such as controls, `@` people. */
const prefixes: Readonly<Record<string, PaletteKind>> = { '>': 'command', '#': 'thing', '@': 'person' }

const shownPerGroup = 8

export const searchPalette = <Entry extends PaletteEntry>(
  groups: readonly PaletteGroup<Entry>[],
  typed: string,
): readonly PaletteGroup<Entry>[] => {
  const kind = prefixes[typed.slice(0, 1)]
  const query = foldText((kind === undefined ? typed : typed.slice(1)).trim())
  return groups
    .filter((group) => kind === undefined || group.kind === kind)
    .map((group) => ({ ...group, entries: bestOf(group.entries, query, kind === undefined ? shownPerGroup : 30) }))
    .filter(({ entries }) => entries.length > 0)
}

const bestOf = <Entry extends PaletteEntry>(
  entries: readonly Entry[],
  query: string,
  count: number,
): readonly Entry[] => {
  if (query === '') return entries.slice(0, count)
  const found = entries.filter(({ isFound }) => isFound === true)
  const others = entries.filter(({ isFound }) => isFound !== true)
  return [...found, ...matching(others, query)].slice(0, count)
}

const matching = <Entry extends PaletteEntry>(entries: readonly Entry[], query: string): readonly Entry[] =>
  entries
    .map((entry) => ({ entry, score: scoreOf(entry, query) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .map(({ entry }) => entry)

/** The label counts for more than what is found beside it. */
const scoreOf = (entry: PaletteEntry, query: string): number =>
  Math.max(
    matchScore(query, foldedOf(entry.label)),
    ...[entry.note, ...(entry.keywords ?? [])].map((text) =>
      text !== undefined && foldedOf(text).includes(query) ? 100 : 0,
    ),
  )

/** Names are folded once: with a thousand clients it is what a keystroke would wait for. */
const folded = new Map<string, string>()
const foldedLimit = 20_000

const foldedOf = (text: string): string => {
  const known = folded.get(text)
  if (known !== undefined) return known
  if (folded.size >= foldedLimit) folded.clear()
  const value = foldText(text)
  folded.set(text, value)
  return value
}
