/** Fetches Electron's binary with the package's own installer: once, within a deadline, and not again on the day that it failed. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronVariable } from './find-electron.ts'

export type FetchElectron = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say: (line: string) => void
  /** The program that fetches; the package's own by default. */
  readonly installer?: string
  /** Its presence tells of a try that failed, its time of when. */
  readonly failureNote?: string
  readonly deadlineMs?: number
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

const oneDay = 24 * 60 * 60_000
const progressMs = 5000

/** Resolves to undefined when the binary is there now, else to the reason why not. */
export const fetchElectron = async (options: FetchElectron): Promise<string | undefined> => {
  const { env, say, deadlineMs = 60_000 } = options
  const installer = options.installer ?? fromRoot('node_modules/electron/install.js')
  const note = options.failureNote ?? fromRoot('node_modules/.cache/electron-not-fetched')
  const reason = reasonNotToTry(env) ?? (await reasonOfLastTry(note))
  if (reason !== undefined) return reason

  say(`Fetching Electron for the desktop window (once, about 110 MB, at most ${seconds(deadlineMs)})…`)
  const failure = await runInstaller(installer, { env, say, deadlineMs })
  if (failure === undefined) await rm(note, { force: true })
  else {
    await mkdir(dirname(note), { recursive: true })
    await writeFile(note, `${failure}\n`)
  }
  return failure
}

const reasonNotToTry = (env: FetchElectron['env']): string | undefined => {
  const names = ['CI', 'ELECTRON_SKIP_BINARY_DOWNLOAD', electronVariable]
  const set = names.find((name) => env[name] !== undefined && env[name] !== '')
  return set === undefined ? undefined : `${set} is set, so it is not fetched`
}

const reasonOfLastTry = async (note: string): Promise<string | undefined> => {
  try {
    const age = Date.now() - (await stat(note)).mtimeMs
    return age < oneDay ? 'fetching it failed within the last day' : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const runInstaller = async (
  installer: string,
  { env, say, deadlineMs }: Required<Pick<FetchElectron, 'env' | 'say' | 'deadlineMs'>>,
): Promise<string | undefined> => {
  const child = spawn(process.execPath, [installer], { env, stdio: 'ignore' })
  const started = Date.now()
  const progress = setInterval(() => say(`  ${seconds(Date.now() - started)}…`), progressMs)
  let isLate = false
  const deadline = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, deadlineMs)
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  clearInterval(progress)
  clearTimeout(deadline)
  if (isLate) return `fetching it took longer than ${seconds(deadlineMs)}`
  return code === 0 ? undefined : `fetching it failed (${String(code ?? signal)})`
}

const seconds = (milliseconds: number): string => `${String(Math.round(milliseconds / 1000))} s`
