/** Every bench by its name, in the order in which they run. */
import type { Figure } from './figure.ts'

export const benches = {
  edit: async () => (await import('./edit.ts')).benchEdit(),
  'edit-rpc': async () => (await import('./edit-rpc.ts')).benchEditRpc(),
  'edit-queued': async () => (await import('./edit-queued.ts')).benchEditQueued(),
  list: async () => (await import('./list.ts')).benchList(),
  search: async () => (await import('./search.ts')).benchSearch(),
  book: async () => (await import('./book.ts')).benchBook(),
  'sample-light': async () => (await import('./sample-light.ts')).benchSampleLight(),
  memory: async () => (await import('./memory.ts')).benchMemory(),
  import: async () => (await import('./import.ts')).benchImport(),
  start: async () => (await import('./start.ts')).benchStart(),
  backup: async () => (await import('./backup.ts')).benchBackup(),
  export: async () => (await import('./export.ts')).benchExport(),
  turns: async () => (await import('./turns.ts')).benchTurns(),
  'evidence-page': async () => (await import('./evidence-page.ts')).benchEvidencePage(),
  'evidence-file': async () => (await import('./evidence-file.ts')).benchEvidenceFile(),
  crosswalk: async () => (await import('./crosswalk.ts')).benchCrosswalk(),
  scroll: async () => (await import('./scroll.ts')).benchScroll(),
  window: async () => (await import('./window.ts')).benchWindow(),
} as const satisfies Record<string, () => Promise<readonly Figure[]>>

export type BenchName = keyof typeof benches

export const isBench = (name: string): name is BenchName => Object.hasOwn(benches, name)
