/** Reads an OSCAL catalog (1.0 to 1.2) into nodes. Lenient: what is odd is taken and told, what cannot be read is refused. */
import { err, ok, type Result } from '#domain/result.ts'

import { findCorrection, type Correction } from './corrections.ts'
import { asObject, objectsOf, textOf, type JsonObject } from './json-shape.ts'
import { libraryRefused, type DraftNode, type LibraryDraft, type LibraryRefusal } from './library-draft.ts'
import { addParameters, propOf, statementOf } from './oscal-prose.ts'

export type ReadCatalogOptions = {
  /** False: the file as it stands. */
  readonly corrections: boolean
}

export const readOscalCatalog = (file: unknown, options: ReadCatalogOptions): Result<LibraryDraft, LibraryRefusal> => {
  const catalog = asObject(asObject(file)?.['catalog'])
  if (catalog === undefined) {
    return err(libraryRefused('This file holds no OSCAL catalog.', 'Choose a file with controls in it.'))
  }
  const uuid = textOf(catalog['uuid']) || undefined
  const metadata = asObject(catalog['metadata']) ?? {}
  const correction = options.corrections ? findCorrection(uuid) : undefined
  const collected = collectNodes(catalog, correction)
  if (collected.isTooDeep) {
    const what = `This catalog nests its controls more than ${String(deepestNode)} levels deep.`
    return err(libraryRefused(what, 'Ask its publisher for a file with fewer levels.'))
  }
  return ok({
    uuid,
    title: textOf(metadata['title']) || 'Catalog without a title',
    version: textOf(metadata['version']),
    nodes: collected.nodes,
    changed: correction === undefined ? [] : [correctionLine(correction, collected.corrected)],
    warnings: [...headWarnings(uuid, textOf(metadata['oscal-version'])), ...collected.warnings],
  })
}

const deepestNode = 50

type Collected = {
  readonly nodes: DraftNode[]
  readonly warnings: string[]
  corrected: number
  isTooDeep: boolean
}

type Place = { readonly parent: string | null; readonly depth: number }

const collectNodes = (catalog: JsonObject, correction: Correction | undefined): Collected => {
  const collected: Collected = { nodes: [], warnings: [], corrected: 0, isTooDeep: false }
  const parameters = new Map<string, string>()
  const taken = new Set<string>()
  const statements = new Map<string, string>()

  /** Without an id of its own: one made of its place, so that it is there again when the file is read again. */
  const takeId = (wanted: string, parent: string | null): string => {
    let id = wanted || `${parent ?? 'group'}~${String(collected.nodes.length + 1)}`
    if (wanted === '') collected.warnings.push(`A node below ${parent ?? 'the top'} has no id; it is ${id} here.`)
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}~${String(copy)}`
    if (wanted !== '' && id !== wanted) collected.warnings.push(`The id ${wanted} is there twice; this one is ${id}.`)
    taken.add(id)
    return id
  }
  const isStatement = ({ class: className }: JsonObject): boolean =>
    correction?.statementClass !== undefined && className === correction.statementClass
  const add = (source: JsonObject, { parent, depth }: Place, isGroup: boolean): void => {
    if (depth > deepestNode) {
      collected.isTooDeep = true
      return
    }
    addParameters(parameters, source)
    if (!isGroup && parent !== null && isStatement(source)) {
      collected.corrected += 1
      statements.set(parent, statementOf(source, parameters))
      return
    }
    const id = takeId(textOf(source['id']), parent)
    const isLegacy = correction?.withdrawn.has(id) ?? false
    if (isLegacy) collected.corrected += 1
    collected.nodes.push({
      id,
      parent,
      label: propOf(source, 'label') || id,
      kind: textOf(source['class']) || (isGroup ? 'group' : 'control'),
      title: textOf(source['title']),
      text: statementOf(source, parameters),
      isGroup,
      isWithdrawn: isLegacy || propOf(source, 'status').toLowerCase() === 'withdrawn',
    })
    addChildren(source, { parent: id, depth: depth + 1 })
  }
  const addChildren = (source: JsonObject, place: Place): void => {
    for (const group of objectsOf(source['groups'])) add(group, place, true)
    for (const control of objectsOf(source['controls'])) add(control, place, false)
  }
  addParameters(parameters, catalog)
  addChildren(catalog, { parent: null, depth: 0 })
  const nodes = collected.nodes.map((node) => ({ ...node, text: node.text || (statements.get(node.id) ?? '') }))
  return { ...collected, nodes }
}

const correctionLine = ({ name }: Correction, count: number): string => `${name}: ${String(count)} nodes corrected.`

const headWarnings = (uuid: string | undefined, oscalVersion: string): readonly string[] => [
  ...(uuid === undefined ? ['The catalog has no uuid: a newer version of it will be told by its title.'] : []),
  ...(/^v?1\.[0-2](?:\.\d+)?$/u.test(oscalVersion)
    ? []
    : [`The OSCAL version "${oscalVersion}" is not one of 1.0 to 1.2; what could be read was taken.`]),
]
