/** The built page in memory, from the folder that was named or from a fresh build. */
import { err, ok, type Result } from '#domain/result.ts'
import { readStaticFiles, type StaticFile, type StaticFiles } from './static-files.ts'

export type BuiltPage = {
  /** What `/` answers, and nothing else does. */
  readonly page: StaticFile
  readonly files: StaticFiles
}

/** The error is one line for people. */
export const loadPage = async (findFolder: () => Promise<string>): Promise<Result<BuiltPage, string>> => {
  try {
    const { '/index.html': page, ...files } = Object.fromEntries(await readStaticFiles(await findFolder()))
    if (page === undefined) throw new Error('its index.html is missing')
    return ok({ page, files: new Map(Object.entries(files)) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return err(
      `The window's page could not be made ready: ${reason}. Your data was not touched. ` +
        'Remove the folders dist and node_modules, then start again.',
    )
  }
}
