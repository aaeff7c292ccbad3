/** Builds the page that every host shows, when its sources are newer than what was built last. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type BuildPageOptions = {
  /** Told in one line before a build, which takes some seconds. */
  readonly say: (line: string) => void
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['renderer', 'shared/domain', 'shared/api', 'build/vite', 'package-lock.json']
const pageFolder = join(root, 'dist', 'renderer')
const stampFile = join(root, 'dist', 'renderer.stamp')

/** The folder with `index.html`, up to date. Throws what the build throws. */
export const buildPage = async ({ say }: BuildPageOptions): Promise<string> => {
  const stamp = await stampOfSources()
  if (existsSync(join(pageFolder, 'index.html')) && (await readStamp()) === stamp) return pageFolder
  say('Building the window (once, and after a change)…')
  const { build } = await import('vite')
  await build({ configFile: join(root, 'build/vite/renderer.config.ts'), logLevel: 'error' })
  await writeFile(stampFile, stamp)
  return pageFolder
}

const readStamp = (): Promise<string> => readFile(stampFile, 'utf8').catch(() => '')

/** Names, sizes and times: reading 400 files in full would cost more than the whole start. */
const stampOfSources = async (): Promise<string> => {
  const files = (await Promise.all(sources.map((source) => listFiles(join(root, source))))).flat().toSorted()
  const facts = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file)
      return `${file} ${String(size)} ${String(mtimeMs)}`
    }),
  )
  return createHash('sha256').update(facts.join('\n')).digest('hex')
}

const listFiles = async (path: string): Promise<readonly string[]> => {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
