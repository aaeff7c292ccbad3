/** The fixed files of the page, read once at start: a request never reaches the file system. */
import { readFile } from 'node:fs/promises'

/** By the exact path of the request. */
export type StaticFiles = ReadonlyMap<string, { readonly contentType: string; readonly body: Uint8Array }>

const contentTypes = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

export const readStaticFiles = async (): Promise<StaticFiles> => {
  const read = async (name: string) => readFile(new URL(`./page/${name}`, import.meta.url))
  const files = Object.entries(contentTypes).map(
    async ([name, contentType]) => [`/${name}`, { contentType, body: await read(name) }] as const,
  )
  return new Map(await Promise.all(files))
}
