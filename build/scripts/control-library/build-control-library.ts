/** Makes the common control library of its sheets: parents, order, and a rationale for each mapping. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommonControl, ControlLibrary } from '#domain/library/common-control.ts'
import type { Relation, RequirementMapping } from '#domain/library/mapping.ts'
import { parseControlSheet, type ControlSheet, type SheetControl, type SheetMapping } from './parse-control-sheet.ts'
import { readFacts, type Fact } from './read-facts.ts'

const sheetFolder = join(import.meta.dirname, 'sheets')

export const readSheets = (folder: string = sheetFolder): readonly ControlSheet[] =>
  readdirSync(folder)
    .toSorted()
    .map((file) => parseControlSheet(readFileSync(join(folder, file), 'utf8'), file))

export const buildControlLibrary = (sheets: readonly ControlSheet[], facts: string): ControlLibrary => {
  const titleOf = createTitles(facts)
  return {
    id: 'securatlas-common-controls',
    kind: 'controls',
    name: 'SecurAtlas common controls',
    version: '1.0',
    publisher: 'SecurAtlas',
    licence: { name: 'SecurAtlas', notice: 'Worded by SecurAtlas. Requirements of other publishers are named by id.' },
    language: 'en',
    nodes: sheets.flatMap(({ id, title, controls }) => [
      { id, parent: null, kind: 'domain' as const, title, assessable: false },
      ...controls.map((control) => controlFrom(control, id, titleOf)),
    ]),
  }
}

/** A node a line, so that a change is seen where it was made. */
export const formatControlLibrary = ({ nodes, ...head }: ControlLibrary): string => {
  const lines = nodes.map((node) => JSON.stringify(node))
  return `${JSON.stringify(head).slice(0, -1)},"nodes":[\n${lines.join(',\n')}\n]}\n`
}

type TitleOf = (mapping: SheetMapping) => string

const createTitles = (facts: string): TitleOf => {
  const titles = new Map<string, ReadonlyMap<string, string>>()
  return ({ framework, requirement }) => {
    const known = titles.get(framework) ?? fullTitles(readFacts(facts, framework))
    titles.set(framework, known)
    const title = known.get(requirement)
    if (title === undefined) throw new Error(`${framework} has no requirement ${requirement}`)
    return title.replace(/\.$/, '')
  }
}

/** A title that several requirements bear, such as "General", says nothing without the heading above it. */
const fullTitles = (facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const factsById = new Map(facts.map((fact) => [fact.id, fact]))
  const sharing = Map.groupBy(facts, ({ title }) => title)
  return new Map(
    facts.map(({ id, parent, title }) => {
      const heading = factsById.get(parent)
      const isShared = (sharing.get(title)?.length ?? 0) > 1
      return [id, isShared && heading !== undefined ? `${heading.title}: ${title}` : title]
    }),
  )
}

const controlFrom = (
  { focus, mappings, ...control }: SheetControl,
  parent: string,
  titleOf: TitleOf,
): CommonControl => ({
  ...control,
  parent,
  mappings: mappings.map((mapping): RequirementMapping => ({
    ...mapping,
    rationale: `${openings[mapping.relation]} “${titleOf(mapping)}”: ${focus}.`,
    source: 'SecurAtlas',
  })),
})

const openings: Readonly<Record<Relation, string>> = {
  equal: 'Asks for the same as',
  superset: 'Holds all of',
  subset: 'Does a part of',
  intersect: 'Overlaps with',
}
