/** The fixed files of the page, read once at start: a request never reaches the file system. */
import { readFile } from 'node:fs/promises'

/** By the exact path of the request. */
export type StaticFiles = ReadonlyMap<string, { readonly contentType: string; readonly body: Uint8Array }>

const files = [
  { path: '/page.js', name: 'page.js', contentType: 'text/javascript; charset=utf-8' },
  { path: '/page.css', name: 'page.css', contentType: 'text/css; charset=utf-8' },
  { path: '/icon.svg', name: 'icon.svg', contentType: 'image/svg+xml' },
  /** What the window shows until it is given the address with the token. */
  { path: '/opening', name: 'opening.html', contentType: 'text/html; charset=utf-8' },
] as const

export const readStaticFiles = async (): Promise<StaticFiles> => {
  const entries = files.map(async ({ path, name, contentType }) => {
    const body = await readFile(new URL(`./page/${name}`, import.meta.url))
    return [path, { contentType, body }] as const
  })
  return new Map(await Promise.all(entries))
}
