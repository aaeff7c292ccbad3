/** Starts the real program, as `npm start -- --headless` does, and ends it politely or not. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'

export type Program = {
  /** With the token, which works once. */
  readonly address: string
  /** As Ctrl C does. Rejects when the program does not end well. */
  stop(): Promise<void>
  /** As a crash does. */
  kill(): Promise<void>
}

export type ProgramOptions = {
  readonly dataDir: string
  /** A person of its own on this machine, for a start without a named folder: what is remembered, and the usual folder. */
  readonly home?: string
  /** Opens the account at start. */
  readonly passphrase?: string
}

const index = join(import.meta.dirname, '..', 'electron', 'browser-window', 'index.ts')

export const startProgram = async ({ dataDir, home, passphrase }: ProgramOptions): Promise<Program> => {
  const folder = home === undefined ? ['--data-dir', dataDir] : []
  const own = home === undefined ? {} : { XDG_CONFIG_HOME: join(home, 'config'), XDG_DATA_HOME: join(home, 'data') }
  const child = spawn(process.execPath, [index, '--headless', ...folder], {
    env: { ...process.env, ...own, SECURATLAS_PASSPHRASE: passphrase ?? '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors = text(child.stderr)
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const line = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const [address] = await Promise.race([line, ended.then(async () => Promise.reject(new Error(await errors)))])
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return {
    address,
    stop: async () => {
      const code = await end('SIGINT')
      if (code !== 0) throw new Error(`the program ended with ${String(code)}: ${await errors}`)
    },
    kill: async () => void (await end('SIGKILL')),
  }
}
