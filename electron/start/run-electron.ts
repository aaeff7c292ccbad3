/** Runs the built desktop app in Electron from its start to its end, for the program that the terminal waits for. */
import { passphraseSwitch } from '#electron/passphrase-pipe.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'

export type ElectronRun = {
  readonly electron: string
  /** The folder of the built app. */
  readonly app: string
  readonly dataDir: string | undefined
  readonly accountId: string | undefined
  readonly passphrase: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say: (line: string) => void
}

/** An Electron that cannot run here, for want of a library or of its sandbox, ends at once and by none of our codes. */
const shortestRunMs = 15_000
const ownCodes: readonly (number | null)[] = [0, 1, 2]

/** Its exit code, or the reason why it could not run at all. */
export const runElectron = async (run: ElectronRun): Promise<Result<number, string>> => {
  const startedAt = Date.now()
  const child = spawn(run.electron, parametersOf(run), {
    env: environmentOf(run.env),
    stdio: ['ignore', 'inherit', 'inherit', run.passphrase === undefined ? 'ignore' : 'pipe'],
  })
  if (run.passphrase !== undefined) (child.stdio[3] as Writable).end(run.passphrase)
  child.once('spawn', () => run.say('SecurAtlas Desktop is opening. To end it, close the window or press Ctrl C here.'))
  const signals = passSignals(child)
  const end = await untilEnded(child)
  signals.stop()
  const isOurs = typeof end !== 'string' && (ownCodes.includes(end.code) || signals.wereSent())
  if (isOurs) return ok(end.code ?? 0)
  if (typeof end === 'string') return err(`Electron could not be started (${end})`)
  if (Date.now() - startedAt > shortestRunMs) return ok(end.code ?? 1)
  return err(`Electron cannot run here (it ended with ${String(end.code ?? end.signal)})`)
}

const parametersOf = ({ app, dataDir, accountId, passphrase }: ElectronRun): readonly string[] => [
  app,
  ...(dataDir === undefined ? [] : [`--data-dir=${dataDir}`]),
  ...(accountId === undefined ? [] : [`--account=${accountId}`]),
  ...(passphrase === undefined ? [] : [`--${passphraseSwitch}=3`]),
]

/** Terminals inside other Electron apps set the variable that would turn ours into a plain Node. */
const environmentOf = (env: ElectronRun['env']): NodeJS.ProcessEnv => {
  const { ELECTRON_RUN_AS_NODE: _asNode, SECURATLAS_PASSPHRASE: _passphrase, ...rest } = env
  return { ...rest, SECURATLAS_ENGINE_NODE: process.execPath }
}

/** Ctrl C on a terminal reaches Electron by itself, and twice does no harm. */
const passSignals = (child: ChildProcess) => {
  let sent = false
  const pass = (signal: NodeJS.Signals): void => {
    sent = true
    child.kill(signal)
  }
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of names) process.on(name, pass)
  return { stop: () => names.forEach((name) => process.off(name, pass)), wereSent: () => sent }
}

type End = { readonly code: number | null; readonly signal: string | null }

/** A string where it could not be started. */
const untilEnded = async (child: ChildProcess): Promise<End | string> => {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    return { code, signal }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
