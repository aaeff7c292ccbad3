/** What an engine does with libraries of frameworks and controls. */
import type { Library, LibrarySummary } from '#domain/library/library.ts'
import type { Result } from '#domain/result.ts'
import type { EngineError } from './errors.ts'

export type AccountLibraries = {
  /** Those that the product carries, ordered by id; without their nodes. */
  list(): readonly LibraryItem[]
  get(id: string): Promise<Result<LibraryContent, EngineError>>
}

export type LibrarySource = 'built-in' | 'imported'

export type LibraryItem = LibrarySummary & { readonly source: LibrarySource }

export type LibraryContent = LibraryItem & Pick<Library, 'nodes'>
