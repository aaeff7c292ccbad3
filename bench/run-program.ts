/** Starts the project's own programs as a person does from a shell, with the machine's usual set-up. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchPassphrase } from './bench-account.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** `npm run -s …` without npm's own half second: the very command of package.json. */
export const startProgram = (script: string, parameters: readonly string[]): ChildProcess =>
  spawn('node', [join(root, 'build/bootstrap/run.mjs'), script, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SECURATLAS_PASSPHRASE: benchPassphrase },
  })

/** Milliseconds and what it printed. Throws when it fails. */
export const timeCli = async (
  ...words: readonly string[]
): Promise<{ readonly milliseconds: number; readonly output: string }> => {
  const started = performance.now()
  const child = startProgram('cli/index.ts', words)
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${output}`)
  return { milliseconds: performance.now() - started, output }
}
