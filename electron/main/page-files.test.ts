import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPageFiles, type PageFiles } from './page-files.ts'

let folder: string
let files: PageFiles

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-files-'))
  await mkdir(join(folder, 'page', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'page', 'index.html'), '<p>start</p>')
  await writeFile(join(folder, 'page', 'assets', 'app.js'), 'run()')
  files = await openPageFiles(join(folder, 'page'))
})
afterAll(() => rm(folder, { recursive: true }))

const get = async (url: string, method = 'GET') => {
  const { status, headers, body } = await files.answer({ url, method })
  return { status, type: headers['Content-Type'], text: typeof body === 'string' ? body : Buffer.from(body).toString() }
}

test('[SHELL-20] every answer has the policy, refusals too', async () => {
  for (const url of ['app://main/', 'app://main/assets/app.js', 'app://main/nothing.js', 'https://example.com/']) {
    const { headers } = await files.answer({ url, method: 'GET' })
    expect(headers['Content-Security-Policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  }
})

test('[SHELL-21] a file is answered by its exact path, with its type', async () => {
  expect(await get('app://main/')).toEqual({ status: 200, type: 'text/html; charset=utf-8', text: '<p>start</p>' })
  const script = { status: 200, type: 'text/javascript; charset=utf-8', text: 'run()' }
  expect(await get('app://main/assets/app.js?v=1#top')).toEqual(script)
})

test.each([
  'app://main/../secret.txt',
  'app://main/..%2fsecret.txt',
  'app://main/assets/..%2f..%2fsecret.txt',
  'app://main/assets/..\\..\\secret.txt',
  'app://main//secret.txt',
  'app://main/assets/app.js%00.js',
  'app://main/ASSETS/app.js',
  'app://main@other/assets/app.js',
  'app://main:1@main/assets/app.js',
  'app://other/assets/app.js',
  'file:///assets/app.js',
  'not an address',
])('[SHELL-21] %s is nothing', async (url) => {
  expect(await get(url)).toMatchObject({ status: 404, text: 'There is nothing at this address.' })
})

test('[SHELL-21] only reading is answered', async () => {
  expect(await get('app://main/', 'POST')).toMatchObject({ status: 405, text: 'This address can only be read.' })
  expect(await get('app://main/', 'HEAD')).toMatchObject({ status: 200 })
})

test('[SHELL-23] the address of a screen, which has no ending, is the page', async () => {
  expect(await get('app://main/clients/0199/activity')).toMatchObject({ status: 200, text: '<p>start</p>' })
})

test('[SHELL-23] a folder without a page is refused at the start', async () => {
  await expect(openPageFiles(join(folder, 'page', 'assets'))).rejects.toThrow('there is no page in')
})
