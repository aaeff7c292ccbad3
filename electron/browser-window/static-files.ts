/** Files of a folder, read once at start: a request never reaches the file system. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export type StaticFile = { readonly contentType: string; readonly body: Uint8Array }
/** By the exact path of the request. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Files of another type are left out: nobody has said how to serve them. */
export const readStaticFiles = async (folder: string): Promise<StaticFiles> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.map(async (entry) => {
    const contentType = contentTypes[extname(entry.name)]
    if (!entry.isFile() || contentType === undefined) return []
    const path = join(entry.parentPath, entry.name)
    const name = `/${relative(folder, path).split(sep).join('/')}`
    return [[name, { contentType, body: await readFile(path) }] as const]
  })
  return new Map((await Promise.all(files)).flat())
}

/** What the window's server shows of its own: the page before the page, and the looks of its refusals. */
export const readOwnFiles = async (): Promise<StaticFiles> => {
  const files = await readStaticFiles(fileURLToPath(new URL('./pages/', import.meta.url)))
  return new Map([...files].map(([name, file]) => [name.replace(/\.html$/, ''), file]))
}
