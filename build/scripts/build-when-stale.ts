/** Keeps a build for each state of its sources: made when there is none for the present state, whole when it appears. */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type StaleBuild = {
  /** Holds a folder for each build. */
  readonly folder: string
  /** Files and folders, absolute. */
  readonly sources: readonly string[]
  readonly build: (outDir: string) => Promise<void>
  /** Told before a build, which takes some seconds. */
  readonly onBuild: () => void
  /** How long an older build is kept, in milliseconds: a program may still be running from it. */
  readonly keepOlderMs: number
}

/**
 * The folder of the build that is up to date. Programs that start at once may build twice but never see half a build.
 * Throws when the build fails.
 */
export const buildWhenStale = async (options: StaleBuild): Promise<string> => {
  const built = join(options.folder, await stampSources(options.sources))
  if (existsSync(built)) return built
  options.onBuild()
  await mkdir(options.folder, { recursive: true })
  const unfinished = `${built}.${randomUUID()}`
  try {
    await options.build(unfinished)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    throw error
  }
  await putInPlace(unfinished, built)
  await removeOlder(options, built)
  return built
}

/** For the build: a bundler sets NODE_ENV for its whole process, and React picks its slow build by it. */
export const runBundler = async (root: string, parameters: readonly string[]): Promise<void> => {
  const env = { ...process.env, NODE_ENV: 'production' }
  // Standard output belongs to the program that asked.
  const child = spawn(process.execPath, parameters, { cwd: root, env, stdio: ['ignore', 2, 2] })
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  if (code !== 0) throw new Error(`the build ended with ${String(code ?? signal)}`)
}

const leftoverMs = 10 * 60_000

/** Another program may be building right now: what is unfinished goes when it has lain still for a while. */
const removeOlder = async ({ folder, keepOlderMs }: StaleBuild, kept: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const keptMs = name.includes('.') ? leftoverMs : keepOlderMs
    if (path !== kept && Date.now() - (await stat(path)).mtimeMs >= keptMs) {
      await rm(path, { recursive: true, force: true })
    }
  }
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
const stampSources = async (sources: readonly string[]): Promise<string> => {
  const files = (await Promise.all(sources.map(listFiles))).flat().toSorted()
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
