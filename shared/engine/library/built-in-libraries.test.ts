import { expect, test } from 'vitest'
import { isBuiltInLibrary, listBuiltInLibraries, loadBuiltInLibrary } from './built-in-libraries.ts'

test('[LIB-7] every library of the list can be read, once', async () => {
  for (const { id, name, kinds } of listBuiltInLibraries()) {
    const library = await loadBuiltInLibrary(id)
    expect(library).toMatchObject({ id, name })
    expect(library?.nodes).toHaveLength(Object.values(kinds).reduce((sum, count) => sum + count, 0))
    expect(await loadBuiltInLibrary(id)).toBe(library)
  }
})

test('[LIB-7] an id that is not built in has no library', async () => {
  for (const id of ['iso-9001', 'toString', '../built-in/gdpr']) {
    expect(isBuiltInLibrary(id)).toBe(false)
    expect(await loadBuiltInLibrary(id)).toBeUndefined()
  }
})
