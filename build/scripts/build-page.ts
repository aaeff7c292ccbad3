/** Builds the page that the window shows, when its sources are newer than every build that is still there. */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type BuildPageOptions = {
  /** Told in one line before a build, which takes some seconds. */
  readonly say: (line: string) => void
  /** The checkout; this one by default. */
  readonly root?: string
}

const thisRoot = fileURLToPath(new URL('../../', import.meta.url))
const sources = ['renderer', 'shared/domain', 'shared/api', 'build/vite', 'package-lock.json']

/**
 * The folder with `index.html`, up to date. Each state of the sources has a folder of its own that appears whole, so
 * programs that start at once may build twice but never read half a page. Throws when the build fails.
 */
export const buildPage = async ({ say, root = thisRoot }: BuildPageOptions): Promise<string> => {
  const pages = join(root, 'dist', 'page')
  const folder = join(pages, await stampSources(root))
  if (existsSync(folder)) return folder
  say('Building the window (once, and after a change)…')
  await mkdir(pages, { recursive: true })
  const unfinished = `${folder}.${randomUUID()}`
  await runVite(root, unfinished)
  await putInPlace(unfinished, folder)
  await removeOlder(pages, folder)
  return folder
}

const leftoverMs = 10 * 60_000

/** Another program may be building right now: what is unfinished goes when it has lain still for a while. */
const removeOlder = async (pages: string, kept: string): Promise<void> => {
  for (const name of await readdir(pages)) {
    const path = join(pages, name)
    const isLeftover = !name.includes('.') || Date.now() - (await stat(path)).mtimeMs > leftoverMs
    if (path !== kept && isLeftover) await rm(path, { recursive: true, force: true })
  }
}

/** In a process of its own: vite sets NODE_ENV for the whole process, and React picks its slow build by it. */
const runVite = async (root: string, outDir: string): Promise<void> => {
  const vite = join(thisRoot, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = join(root, 'build', 'vite', 'renderer.config.ts')
  const parameters = ['build', '--config', config, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  // Standard output belongs to the program that asked.
  const child = spawn(process.execPath, [vite, ...parameters], { cwd: root, env, stdio: ['ignore', 2, 2] })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code === 0) return
  await rm(outDir, { recursive: true, force: true })
  throw new Error(`the build ended with ${String(code ?? signal)}`)
}

const putInPlace = async (unfinished: string, folder: string): Promise<void> => {
  try {
    await rename(unfinished, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    // Another program was faster; both are the same.
    await rm(unfinished, { recursive: true })
  }
}

/** Names, sizes and times: reading every file in full would cost more than the whole start. */
const stampSources = async (root: string): Promise<string> => {
  const files = (await Promise.all(sources.map((source) => listFiles(join(root, source))))).flat().toSorted()
  const facts = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file)
      return `${file} ${String(size)} ${String(mtimeMs)}`
    }),
  )
  return createHash('sha256').update(facts.join('\n')).digest('hex').slice(0, 16)
}

const listFiles = async (path: string): Promise<readonly string[]> => {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
