/** Makes a framework library of its facts and of our words for it, in the framework's own order. */
import { join } from 'node:path'
import type { Library, LibraryNode } from '#domain/library/library.ts'
import type { FactRow, FrameworkSheet } from './framework-sheets.ts'
import { readFactSheet, readWords, type Words } from './read-fact-sheet.ts'

export const buildLibrary = (sheet: FrameworkSheet, facts: string): Library => {
  const { rows, counts } = readFactSheet(join(facts, `${sheet.facts ?? sheet.id}.tsv`))
  for (const [name, figure] of Object.entries(sheet.published)) {
    if (counts.get(name) !== figure)
      throw new Error(`${sheet.id}: ${name} is ${counts.get(name)} there, ${figure} here`)
  }
  const words = readWords(sheet.id)
  const parents = new Set(rows.map((row) => parentOf(sheet, row)))
  const more = sheet.id === 'nist-sp-800-171-r2' ? weightsById(facts) : new Map<string, FactRow>()
  const nodes = inOrder(
    rows.map((row) =>
      nodeFrom(
        sheet,
        { ...more.get(row['id'] ?? ''), ...row },
        { words: words.get(row['id'] ?? ''), hasChildren: parents.has(row['id'] ?? '') },
      ),
    ),
    sheet.order,
  )
  const ids = new Set(nodes.map(({ id }) => id))
  const unknown = [...words.keys()].filter((id) => !ids.has(id))
  if (unknown.length > 0) throw new Error(`${sheet.id}: words for ${unknown.join(', ')}, which it does not have`)
  const { id, name, version, publisher, reference, licence, counted } = sheet
  return { id, kind: 'framework', name, version, publisher, reference, licence, language: 'en', counted, nodes }
}

/** A node a line, so that a change is seen where it was made. */
export const formatLibrary = ({ nodes, ...head }: Library): string => {
  const lines = nodes.map((node) => JSON.stringify(node))
  return `${JSON.stringify(head).slice(0, -1)},"nodes":[\n${lines.join(',\n')}\n]}\n`
}

const parentOf = (sheet: FrameworkSheet, row: FactRow): string => sheet.parent?.(row) ?? row['parent'] ?? ''

const nodeFrom = (
  sheet: FrameworkSheet,
  row: FactRow,
  { words, hasChildren }: { readonly words: Words | undefined; readonly hasChildren: boolean },
): LibraryNode => {
  const withdrawn = row['status'] === 'withdrawn'
  const kind = sheet.kind?.(row) ?? row['kind'] ?? ''
  const attributes = sheet.attributes?.(row) ?? {}
  const text = sheet.text?.(row)
  const explanation = words?.explanation
  return {
    id: row['id'] ?? '',
    parent: parentOf(sheet, row) || null,
    kind,
    title: words?.title ?? titleOf(sheet, row),
    ...(text && { text }),
    ...(explanation && { explanation }),
    assessable: !withdrawn && !sheet.headings.includes(kind) && (sheet.isAssessable?.(row, hasChildren) ?? true),
    ...(withdrawn && { withdrawn }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
}

const titleOf = (sheet: FrameworkSheet, row: FactRow): string =>
  (sheet.title?.(row) ?? row['title'] ?? '').replace(' [paraphrase]', '') || (row['id'] ?? '')

const weightsById = (facts: string): ReadonlyMap<string, FactRow> => {
  const { rows } = readFactSheet(join(facts, 'sprs-weights-800-171-r2.tsv'))
  return new Map(rows.map(({ id = '', weight = '', partial_rule = '' }) => [id, { weight, partial_rule }]))
}

/** Each node before its children. */
const inOrder = (nodes: readonly LibraryNode[], order: FrameworkSheet['order']): readonly LibraryNode[] => {
  const children = Map.groupBy(nodes, ({ parent }) => parent)
  const compare = (a: LibraryNode, b: LibraryNode): number => {
    if (order === undefined) return 0
    if (order !== 'natural') return place(order, a.id) - place(order, b.id)
    return a.id.localeCompare(b.id, 'en', { numeric: true })
  }
  const below = (parent: string | null): readonly LibraryNode[] =>
    (children.get(parent) ?? []).toSorted(compare).flatMap((node) => [node, ...below(node.id)])
  const ordered = below(null)
  if (ordered.length !== nodes.length) throw new Error('a node hangs below one that is not there')
  return ordered
}

/** Of the first id in the list that begins with it: a function stands where its first category stands. */
const place = (order: readonly string[], id: string): number =>
  order.findIndex((known) => known === id || known.startsWith(`${id}.`))
