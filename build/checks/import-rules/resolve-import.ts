/** Says what an import points to, by the rules of the project: a file by its full name, a package, or Node. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

export type Manifest = {
  /** package.json `imports`: "#domain/*" to "./shared/domain/*". */
  readonly imports: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

export type Target =
  | { readonly type: 'File'; readonly file: string; readonly relative: boolean }
  | { readonly type: 'Node' }
  | { readonly type: 'Package'; readonly name: string }
  | { readonly type: 'Unresolvable' }
  | { readonly type: 'TooFarUp' }

export const resolveImport = (
  found: { readonly specifier: string; readonly byUrl: boolean },
  from: string,
  surroundings: { readonly manifest: Manifest; readonly hasFile: (file: string) => boolean },
): Target => {
  const { specifier } = found
  if (specifier.startsWith('#')) {
    const file = throughSubpath(specifier, surroundings.manifest.imports)
    return file !== undefined && surroundings.hasFile(file)
      ? { type: 'File', file, relative: false }
      : { type: 'Unresolvable' }
  }
  if (specifier.startsWith('.') || found.byUrl) {
    if (specifier.startsWith('../../')) return { type: 'TooFarUp' }
    const file = posix.join(posix.dirname(from), specifier)
    return surroundings.hasFile(file) ? { type: 'File', file, relative: true } : { type: 'Unresolvable' }
  }
  if (specifier.startsWith('node:')) return isBuiltin(specifier) ? { type: 'Node' } : { type: 'Unresolvable' }
  const name = packageNameOf(specifier)
  const { dependencies, devDependencies } = surroundings.manifest
  if (dependencies[name] === undefined && devDependencies[name] === undefined) return { type: 'Unresolvable' }
  return { type: 'Package', name }
}

const throughSubpath = (specifier: string, imports: Manifest['imports']): string | undefined => {
  for (const [pattern, target] of Object.entries(imports)) {
    const start = pattern.slice(0, -1)
    if (pattern.endsWith('*') && specifier.startsWith(start)) {
      return posix.normalize(target.replace('*', specifier.slice(start.length)))
    }
  }
  return undefined
}

const packageNameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
