/** The files of the built page, listed once at start: a request names one of them or gets nothing. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { isOwnPage } from './page-address.ts'
import { pageHeaders } from '#electron/page-headers.ts'

export type PageAnswer = {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | string
}

export type PageFiles = {
  answer(request: { readonly method: string; readonly url: string }): Promise<PageAnswer>
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Rejects when the page has not been built. */
export const openPageFiles = async (folder: string): Promise<PageFiles> => {
  const paths = await listFiles(folder, '')
  const start = paths.get('/index.html')
  if (start === undefined) throw new Error(`there is no page in ${folder}`)

  const answer: PageFiles['answer'] = async ({ method, url }) => {
    if (!isOwnPage(url)) return refuse(404)
    if (method !== 'GET' && method !== 'HEAD') return refuse(405)
    const { pathname } = new URL(url)
    // A screen's own address has no ending; the page finds the screen by itself.
    const path = paths.get(pathname) ?? (extname(pathname) === '' ? start : undefined)
    if (path === undefined) return refuse(404)
    const contentType = contentTypes[extname(path)] ?? 'application/octet-stream'
    const body = new Uint8Array(await readFile(path))
    return { status: 200, headers: { ...pageHeaders(), 'Content-Type': contentType }, body }
  }
  return { answer }
}

const listFiles = async (folder: string, path: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(join(folder, path), { withFileTypes: true })
  const lists = entries.map(async (entry): Promise<ReadonlyMap<string, string>> => {
    const own = `${path}/${entry.name}`
    return entry.isDirectory() ? listFiles(folder, own) : new Map([[own, join(folder, own)]])
  })
  return new Map((await Promise.all(lists)).flatMap((list) => [...list]))
}

const refuse = (status: 404 | 405): PageAnswer => ({
  status,
  headers: { ...pageHeaders(), 'Content-Type': 'text/plain; charset=utf-8' },
  body: status === 404 ? 'There is nothing at this address.' : 'This address can only be read.',
})
