/** The libraries that the product carries: their list at once, the nodes of one when somebody asks for it. */
import type { Library, LibrarySummary } from '#domain/library/library.ts'
import index from './built-in/index.json' with { type: 'json' }

const summaries: readonly LibrarySummary[] = index as readonly unknown[] as readonly LibrarySummary[]
const loaded = new Map<string, Promise<Library>>()

/** Ordered by id. */
export const listBuiltInLibraries = (): readonly LibrarySummary[] => summaries

export const isBuiltInLibrary = (id: string): boolean => Object.hasOwn(files, id)

/** Read once, then kept; undefined for an id that is not built in. */
export const loadBuiltInLibrary = (id: string): Promise<Library | undefined> => {
  const known = loaded.get(id)
  const file = Object.hasOwn(files, id) ? files[id] : undefined
  if (known !== undefined || file === undefined) return known ?? Promise.resolve(undefined)
  const library = file().then((module) => module.default as Library)
  loaded.set(id, library)
  return library
}

type LibraryFile = () => Promise<{ readonly default: unknown }>

/** Spelled out, because what bundles the engine follows only paths that it can read. */
const files: Readonly<Record<string, LibraryFile>> = {
  'cis-controls-8.1': () => import('./built-in/cis-controls-8.1.json', { with: { type: 'json' } }),
  'cyber-essentials': () => import('./built-in/cyber-essentials.json', { with: { type: 'json' } }),
  'essential-eight': () => import('./built-in/essential-eight.json', { with: { type: 'json' } }),
  gdpr: () => import('./built-in/gdpr.json', { with: { type: 'json' } }),
  'hipaa-security-rule': () => import('./built-in/hipaa-security-rule.json', { with: { type: 'json' } }),
  'iso-27001-2022': () => import('./built-in/iso-27001-2022.json', { with: { type: 'json' } }),
  'nist-csf-2.0': () => import('./built-in/nist-csf-2.0.json', { with: { type: 'json' } }),
  'nist-sp-800-171-r2': () => import('./built-in/nist-sp-800-171-r2.json', { with: { type: 'json' } }),
  'nist-sp-800-171-r3': () => import('./built-in/nist-sp-800-171-r3.json', { with: { type: 'json' } }),
  'nist-sp-800-53-r5': () => import('./built-in/nist-sp-800-53-r5.json', { with: { type: 'json' } }),
  'pci-dss-4.0.1': () => import('./built-in/pci-dss-4.0.1.json', { with: { type: 'json' } }),
  'securatlas-common-controls': () => import('./built-in/common-controls.json', { with: { type: 'json' } }),
  'soc2-tsc-2017': () => import('./built-in/soc2-tsc-2017.json', { with: { type: 'json' } }),
}
