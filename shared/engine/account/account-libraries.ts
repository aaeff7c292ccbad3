/** The libraries that an account can use. */
import type { AccountLibraries } from '#api/libraries.ts'
import { err, ok } from '#domain/result.ts'
import { listBuiltInLibraries, loadBuiltInLibrary } from '../library/built-in-libraries.ts'

export const createAccountLibraries = (): AccountLibraries => {
  const items = listBuiltInLibraries().map((summary) => ({ ...summary, source: 'built-in' }) as const)
  return {
    list: () => items,
    async get(id) {
      const item = items.find((each) => each.id === id)
      const library = await loadBuiltInLibrary(id)
      if (item === undefined || library === undefined) return err({ type: 'LibraryNotFound', id })
      return ok({ ...item, nodes: library.nodes })
    },
  }
}
