/** Judges the imports of one file against the allow-list, and says in words what is wrong. */
import { isSource, isTest } from '../list-project-files.ts'
import { isGivenByRuntime, layerOf, peerTestAllowance, testAllowance, type Layer } from './layers.ts'
import { readImports, type Import } from './read-imports.ts'
import { resolveImport, type Manifest, type Target } from './resolve-import.ts'

export type Surroundings = { readonly manifest: Manifest; readonly hasFile: (file: string) => boolean }

export const judgeFile = (file: string, text: string, surroundings: Surroundings): readonly string[] => {
  const layer = layerOf(file)
  if (layer === undefined)
    return [`${file}: belongs to no layer; name its folder in build/checks/import-rules/layers.ts`]
  const { imports, importMetaLines, syntaxErrors } = readImports(file, text)
  const reader = { file, layer, test: isTest(file) }
  const failures = imports.map((found) => {
    const reason = judgeImport(found, reader, surroundings)
    return reason === undefined ? undefined : `${file}:${found.line}: ${reason}`
  })
  return [
    ...syntaxErrors.map((message) => `${file}: cannot be parsed: ${message}`),
    ...failures.filter((failure) => failure !== undefined),
    ...(layer.pure === true && !reader.test ? importMetaLines : []).map(
      (line) => `${file}:${line}: import.meta is not pure: it tells where the code runs`,
    ),
  ]
}

type Reader = { readonly file: string; readonly layer: Layer; readonly test: boolean }

const judgeImport = (found: Import, reader: Reader, surroundings: Surroundings): string | undefined => {
  const { specifier } = found
  // A URL may name a folder or be computed, and a test may point at a file that is not there on purpose.
  if (found.byUrl && (reader.test || specifier === undefined || !isSource(specifier))) return undefined
  if (specifier === undefined) {
    return reader.layer.ships ? 'imports a computed path, which no rule can judge; write the path out' : undefined
  }
  const target = resolveImport({ specifier, byUrl: found.byUrl }, reader.file, surroundings)
  const reason = judgeTarget(target, found.typeOnly, reader) ?? judgeListing(target, reader, surroundings.manifest)
  return reason === undefined ? undefined : `${specifier} ${reason}`
}

const judgeTarget = (target: Target, typeOnly: boolean, { file, layer, test }: Reader): string | undefined => {
  switch (target.type) {
    case 'Unresolvable':
      return 'leads nowhere: no such file, package or built-in module'
    case 'TooFarUp':
      return 'climbs more than one folder; use a subpath import such as #domain/result.ts'
    case 'Node':
      return layer.node || test ? undefined : `is a module of Node, which ${layer.folder} must not use`
    case 'Package': {
      const packages = layer.packages === 'any' ? 'any' : [...layer.packages, ...allowanceOf(file).packages]
      return packages === 'any' || packages.some((allowed) => isPackage(allowed, target.name))
        ? undefined
        : `is not among the packages of ${layer.folder}`
    }
    case 'File':
      return judgeFolder(target, typeOnly, { file, layer })
  }
}

const judgeFolder = (
  target: { readonly file: string; readonly relative: boolean },
  typeOnly: boolean,
  { file, layer }: Omit<Reader, 'test'>,
): string | undefined => {
  if (target.relative && rootOf(target.file) !== rootOf(file))
    return 'leaves its layer by a relative path; use a subpath import'
  if (layer.folders === 'any') return undefined
  const isIn = (folder: string): boolean => target.file.startsWith(folder)
  if ([layer.folder, ...layer.folders, ...allowanceOf(file).folders].some(isIn)) return undefined
  if (!(layer.typeFolders ?? []).some(isIn)) return `is not among the folders that ${layer.folder} may import`
  return typeOnly ? undefined : `may be imported by ${layer.folder} as a type only (import type)`
}

const judgeListing = (target: Target, { layer, test }: Reader, manifest: Manifest): string | undefined => {
  if (target.type !== 'Package' || !layer.ships || test || isGivenByRuntime(target.name)) return undefined
  return manifest.dependencies[target.name] === undefined
    ? 'ships with the product but is only a devDependency'
    : undefined
}

const nothing = { folders: [], packages: [] } as const

const allowanceOf = (file: string): { readonly folders: readonly string[]; readonly packages: readonly string[] } => {
  if (/\.peer\.test\.tsx?$/.test(file)) return peerTestAllowance
  return isTest(file) ? testAllowance : nothing
}

const isPackage = (allowed: string, name: string): boolean =>
  allowed.endsWith('/*') ? name.startsWith(allowed.slice(0, -1)) : name === allowed

/** The part of a path that a subpath import stands for: "shared/domain", "cli". */
const rootOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('shared/') ? 2 : 1)
    .join('/')
