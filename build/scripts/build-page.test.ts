import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { buildPage } from './build-page.ts'

// Every build starts vite.
vi.setConfig({ testTimeout: 60_000 })

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'build-page-'))
  await plant(
    'build/vite/renderer.config.ts',
    "export default { root: new URL('../../renderer', import.meta.url).pathname }",
  )
  await plant('renderer/index.html', '<script type="module" src="./main.ts"></script>')
  await plant('renderer/main.ts', "document.title = 'first'")
  await plant('shared/domain/result.ts', '')
  await plant('shared/api/router.ts', '')
  await plant('package-lock.json', '{}')
  return () => rm(root, { recursive: true })
})

const plant = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const build = async () => {
  const said: string[] = []
  const folder = await buildPage({ root, say: (line) => void said.push(line) })
  const scripts = (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js'))
  const script = await readFile(join(folder, 'assets', scripts[0] ?? ''), 'utf8')
  return { folder, script, said }
}

test('[WIN-1] builds once, and again after a change, and keeps the newest build alone', async () => {
  const first = await build()
  expect(first.script).toContain('first')
  expect(first.said).toEqual(['Building the window (once, and after a change)…'])
  expect(await build()).toEqual({ ...first, said: [] })

  await plant('renderer/main.ts', "document.title = 'second'")
  const second = await build()
  expect(second.script).toContain('second')
  expect(await readdir(dirname(second.folder))).toEqual([basename(second.folder)])
})

test('[WIN-1] a build that is asked for by several at once is whole for each of them', async () => {
  const builds = await Promise.all([build(), build()])
  expect(new Set(builds.map(({ script }) => script)).size).toBe(1)
  expect(await readdir(join(root, 'dist', 'page'))).toHaveLength(1)
})

test('[WIN-1] what a build left that was cut short goes with the next one', async () => {
  await plant('dist/page/abandoned.1/index.html', '')
  await utimes(join(root, 'dist/page/abandoned.1'), 0, 0)
  await plant('dist/page/running.2/index.html', '')
  const { folder } = await build()
  const left = await readdir(dirname(folder))
  expect(new Set(left)).toEqual(new Set([basename(folder), 'running.2']))
})

test('[WIN-1] a build that fails says so and leaves nothing', async () => {
  await plant('renderer/main.ts', 'const =')
  await expect(build()).rejects.toThrow('the build ended with 1')
  expect(await readdir(join(root, 'dist', 'page'))).toEqual([])
})
