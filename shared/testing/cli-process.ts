/** Calls the real command line on a data folder in a temporary place: as a process of its own, or inside the test. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'

export type CliRun = { readonly code: number | null; readonly stdout: string; readonly stderr: string }
type Environment = Readonly<Record<string, string | undefined>>
export type CliOptions = {
  readonly env?: Environment
  /** Only for a process of its own. */
  readonly onStart?: (child: ChildProcess) => void
}

export type TestCli = {
  readonly folder: string
  readonly dataDir: string
  run(parameters: readonly string[], options?: CliOptions): Promise<CliRun>
  /** Runs with --json, expects exit 0 and a document alone on standard output, and returns it. */
  json<Document>(parameters: readonly string[], options?: CliOptions): Promise<Document>
  /** Writes a file into the temporary folder and returns its path. */
  write(name: string, content: string | Uint8Array): string
}

/** The command line without its composition root: a process costs half a second of work, a call inside the test little. */
export type CallCli = (parameters: readonly string[], host: CliHost) => Promise<number>
type CliHost = {
  readonly env: Environment
  readonly version: string
  readonly defaultDataDir: string
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  readonly signal: AbortSignal
}

export const cliPassphrase = 'correct horse battery staple'

/** Call it inside a test or a `beforeEach`: the folder goes with that test. Without `call` each run is a process. */
export const createTestCli = (call?: CallCli): TestCli => {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'data')
  const start = call === undefined ? runCliProcess : callCliHere(call)
  const run: TestCli['run'] = (parameters, options) => start(['--data-dir', dataDir, ...parameters], options)
  return {
    folder,
    dataDir,
    run,
    async json<Document>(parameters: readonly string[], options?: CliOptions) {
      const { code, stdout, stderr } = await run([...parameters, '--json'], options)
      expect({ code, stderr: withoutProgress(stderr) }).toEqual({ code: 0, stderr: '' })
      expect(stdout.endsWith('\n')).toBe(true)
      return JSON.parse(stdout) as Document
    },
    write(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
  }
}

/** A busy machine makes a job last long enough to say how far it is. */
const withoutProgress = (stderr: string): string => stderr.replaceAll(/^[^.:]+: \d+ of \d+\n/gm, '')

/** Expects exit code and one line on standard error with nothing on standard output, and returns the line. */
export const expectRefusal = ({ code, stdout, stderr }: CliRun, expectedCode: 1 | 2 = 2): string => {
  expect({ code, stdout }).toEqual({ code: expectedCode, stdout: '' })
  expect(stderr).toMatch(/^[^\n]+\n$/)
  return stderr.trimEnd()
}

const program = fileURLToPath(import.meta.resolve('#cli/index.ts'))

export const runCliProcess = async (parameters: readonly string[], options: CliOptions = {}): Promise<CliRun> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...parameters], {
    env: { ...cleanEnvironment(), SECURATLAS_PASSPHRASE: cliPassphrase, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  options.onStart?.(child)
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SECURATLAS_')))

export const callCliHere =
  (call: CallCli) =>
  async (parameters: readonly string[], { env = {} }: CliOptions = {}): Promise<CliRun> => {
    const written = { stdout: '', stderr: '' }
    const output = (name: keyof typeof written) => ({ write: (chunk: string) => (written[name] += chunk) })
    const code = await call(parameters, {
      env: { SECURATLAS_PASSPHRASE: cliPassphrase, ...env },
      version: '0.0.0',
      defaultDataDir: join(tmpdir(), 'there-is-no-such-folder'),
      stdout: output('stdout'),
      stderr: output('stderr'),
      signal: new AbortController().signal,
    })
    return { code, ...written }
  }
