/** Runs journeys with the network cut, each in a network namespace of its own. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Inside } from './run-inside.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Who is not root becomes it in a user namespace, for the network of that namespace alone. */
const unshare = ['--net', '--mount', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])]

/** For a test that has to be skipped. */
export const whyNetworkCannotBeCut = (): string | undefined => {
  if (process.platform !== 'linux') return 'only Linux can cut the network of a program'
  const { status, stderr, error } = spawnSync('unshare', [...unshare, 'ip', 'link', 'set', 'lo', 'up'], {
    encoding: 'utf8',
  })
  return status === 0 ? undefined : `the network cannot be cut here: ${error?.message ?? stderr.trim()}`
}

/** `parameters`: those of vitest. */
export const runWithoutNetwork = async (parameters: readonly string[]): Promise<Inside> => {
  const folder = await mkdtemp(join(tmpdir(), 'network-cut-'))
  try {
    const inside = join(import.meta.dirname, 'run-inside.ts')
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
    const command = [...unshare, process.execPath, inside, folder, vitest, 'run', ...parameters]
    const child = spawn('unshare', command, { cwd: root, env: outerEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = once(child, 'exit') as Promise<[number | null]>
    const [[code], said, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
    if (code !== 0) throw new Error(`ended with ${String(code)}: ${errors}`)
    return JSON.parse(said) as Inside
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Without what the vitest that asks has set for its own workers. */
const outerEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_ENV$)/.test(name)))
