/** The figures of a library: what is counted as a group, category or control, and how many each level takes. */
import type { CountedKinds, Library, LibraryCounts, LibraryNode, LibrarySummary } from './library.ts'

export const summarizeLibrary = ({ nodes, counted, ...head }: Library): LibrarySummary => ({
  ...head,
  counts: countNodes(nodes, counted ?? kindsByPlace(nodes)),
  assessable: nodes.filter(({ assessable }) => assessable).length,
  kinds: tally(nodes.map(({ kind }) => kind)),
  levels: tally(nodes.flatMap(levelsOf)),
})

/** The levels that a node belongs to; one that is in the first level is in those above it too where they build up. */
const levelsOf = ({ attributes }: LibraryNode): readonly string[] => {
  const levels = attributes?.['levels']
  return Array.isArray(levels) ? (levels as readonly string[]) : []
}

const countNodes = (nodes: readonly LibraryNode[], counted: CountedKinds): LibraryCounts => {
  const countOf = (kinds: readonly string[]): number => nodes.filter(({ kind }) => kinds.includes(kind)).length
  const controls = countOf(counted.controls)
  const withdrawn = nodes.filter((node) => node.withdrawn === true && counted.controls.includes(node.kind)).length
  return {
    groups: countOf(counted.groups),
    categories: countOf(counted.categories),
    subcategories: countOf(counted.subcategories),
    controls,
    active: controls - withdrawn,
    withdrawn,
  }
}

/** For a library that does not say: headings at the top are groups, whatever is assessable is a control. */
const kindsByPlace = (nodes: readonly LibraryNode[]): CountedKinds => ({
  groups: [...new Set(nodes.filter(({ parent, assessable }) => parent === null && !assessable).map(kindOf))],
  categories: [],
  subcategories: [],
  controls: [...new Set(nodes.filter(({ assessable }) => assessable).map(kindOf))],
})

const kindOf = ({ kind }: LibraryNode): string => kind

const tally = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, same]) => [name, same.length]))
