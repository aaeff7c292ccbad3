/** Resolves an OSCAL profile offline: which controls of the catalogs and profiles beside it its imports choose. */
import { err, ok, type Result } from '#domain/result.ts'

import { asObject, objectsOf, textOf, type JsonObject } from './json-shape.ts'
import { libraryRefused, type DraftNode, type LibraryDraft, type LibraryRefusal } from './library-draft.ts'
import { readOscalCatalog, type ReadCatalogOptions } from './read-oscal-catalog.ts'

/** A file as it was given beside the profile. */
export type GivenFile = { readonly name: string; readonly content: unknown }

export type ResolveOptions = ReadCatalogOptions & { readonly files: readonly GivenFile[] }

export const resolveOscalProfile = (file: unknown, options: ResolveOptions): Result<LibraryDraft, LibraryRefusal> =>
  resolveFile(file, options, [])

const resolveFile = (
  file: unknown,
  options: ResolveOptions,
  opened: readonly unknown[],
): Result<LibraryDraft, LibraryRefusal> => {
  const profile = asObject(asObject(file)?.['profile'])
  if (profile === undefined) return readOscalCatalog(file, options)
  if (opened.includes(file)) {
    return err(libraryRefused('This profile imports itself through another one.', 'Ask its publisher for a new file.'))
  }
  const nodes = new Map<string, DraftNode>()
  const changed: string[] = []
  const warnings: string[] = []
  for (const order of objectsOf(profile['imports'])) {
    const source = findFile(profile, textOf(order['href']), options.files)
    if (!source.ok) return source
    const read = resolveFile(source.value.file.content, options, [...opened, file])
    if (!read.ok) return read
    const chosen = chooseNodes(read.value.nodes, order)
    for (const node of chosen.nodes) nodes.set(node.id, node)
    changed.push(...read.value.changed)
    warnings.push(...source.value.warnings, ...read.value.warnings, ...chosen.missing.map(missingLine))
  }
  if (profile['modify'] !== undefined) warnings.push('Changes that the profile makes to controls were not taken.')
  const metadata = asObject(profile['metadata']) ?? {}
  return ok({
    uuid: textOf(profile['uuid']) || undefined,
    title: textOf(metadata['title']) || 'Profile without a title',
    version: textOf(metadata['version']),
    nodes: [...nodes.values()],
    changed,
    warnings,
  })
}

const missingLine = (id: string): string => `The profile asks for ${id}, which the catalog does not hold.`

type FoundFile = { readonly file: GivenFile; readonly warnings: readonly string[] }

/** By uuid or file name; a single file is taken for the one that is meant, and that is told. */
const findFile = (
  profile: JsonObject,
  href: string,
  files: readonly GivenFile[],
): Result<FoundFile, LibraryRefusal> => {
  const names = namesOf(profile, href)
  const named = files.find(({ name, content }) => names.has(stemOf(name)) || names.has(uuidOf(content)))
  if (named !== undefined) return ok({ file: named, warnings: [] })
  const [only] = files
  const wanted = [...names].join(', ') || href
  if (only !== undefined && files.length === 1) {
    return ok({ file: only, warnings: [`The profile imports ${wanted}; ${only.name} was taken for it.`] })
  }
  return err(libraryRefused(`This profile imports ${wanted}, which is not here.`, 'Name that file with --catalog.'))
}

/** `#uuid` leads to a resource of the back matter, which names files. */
const namesOf = (profile: JsonObject, href: string): ReadonlySet<string> => {
  if (!href.startsWith('#')) return new Set([stemOf(href)])
  const uuid = href.slice(1).toLowerCase()
  const resources = objectsOf(asObject(profile['back-matter'])?.['resources'])
  const resource = resources.find((one) => textOf(one['uuid']).toLowerCase() === uuid)
  return new Set(objectsOf(resource?.['rlinks']).map(({ href: link }) => stemOf(textOf(link))))
}

const stemOf = (name: string): string =>
  (name.split(/[/\\]/u).at(-1) ?? '').toLowerCase().replace(/\.(?:json|xml|ya?ml)$/u, '')

const uuidOf = (content: unknown): string => {
  const root = asObject(content)
  return textOf((asObject(root?.['catalog']) ?? asObject(root?.['profile']))?.['uuid']).toLowerCase()
}

const chooseNodes = (
  nodes: readonly DraftNode[],
  order: JsonObject,
): { readonly nodes: readonly DraftNode[]; readonly missing: readonly string[] } => {
  const included = objectsOf(order['include-controls'])
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const isChosenBy = (node: DraftNode, selectors: readonly JsonObject[]): boolean =>
    selectors.some((selector) => selects(selector, node, byId))
  const wantsAll = included.length === 0
  const excluded = objectsOf(order['exclude-controls'])
  const kept = new Set<string>()
  for (const node of nodes) {
    if (node.isGroup || !(wantsAll || isChosenBy(node, included)) || isChosenBy(node, excluded)) continue
    kept.add(node.id)
    for (const group of ancestorsOf(node, byId)) if (group.isGroup) kept.add(group.id)
  }
  const missing = included.flatMap((selector) => idsOf(selector).filter((id) => !byId.has(id)))
  return { nodes: nodes.filter(({ id }) => kept.has(id)).map((node) => underKept(node, kept, byId)), missing }
}

const idsOf = (selector: JsonObject): readonly string[] =>
  Array.isArray(selector['with-ids']) ? selector['with-ids'].map(textOf) : []

const selects = (selector: JsonObject, node: DraftNode, byId: ReadonlyMap<string, DraftNode>): boolean => {
  const patterns = objectsOf(selector['matching']).map(({ pattern }) => textOf(pattern))
  const matches = ({ id }: DraftNode): boolean =>
    idsOf(selector).includes(id) || patterns.some((pattern) => fitsPattern(id, pattern))
  if (matches(node)) return true
  return (
    selector['with-child-controls'] === 'yes' &&
    ancestorsOf(node, byId).some((above) => !above.isGroup && matches(above))
  )
}

/** `*` stands for any characters and `?` for one; without a regular expression, which a file could make run for hours. */
const fitsPattern = (id: string, pattern: string): boolean => {
  let at = 0
  let star = -1
  let retry = 0
  for (let index = 0; index < id.length;) {
    if (pattern[at] === '?' || (pattern[at] === id[index] && pattern[at] !== '*')) {
      at += 1
      index += 1
    } else if (pattern[at] === '*') {
      star = at
      at += 1
      retry = index
    } else if (star >= 0) {
      at = star + 1
      retry += 1
      index = retry
    } else return false
  }
  return /^\**$/u.test(pattern.slice(at))
}

const ancestorsOf = (node: DraftNode, byId: ReadonlyMap<string, DraftNode>): readonly DraftNode[] => {
  const above: DraftNode[] = []
  for (let one = parentOf(node, byId); one !== undefined; one = parentOf(one, byId)) above.push(one)
  return above
}

const parentOf = ({ parent }: DraftNode, byId: ReadonlyMap<string, DraftNode>): DraftNode | undefined =>
  parent === null ? undefined : byId.get(parent)

/** An enhancement whose control was not chosen goes below the next node above it that was. */
const underKept = (node: DraftNode, kept: ReadonlySet<string>, byId: ReadonlyMap<string, DraftNode>): DraftNode => ({
  ...node,
  parent: ancestorsOf(node, byId).find(({ id }) => kept.has(id))?.id ?? null,
})
