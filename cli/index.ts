/** Composition root of the command line: the only place in it that knows the process it runs in. */
import { defaultDataDir } from '#hosting/default-data-dir.ts'
import { readFileSync } from 'node:fs'
import { runCli } from './run-cli.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

// Whoever read has read enough, as `head` does.
const ignoreClosedReader = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
process.stdout.on('error', ignoreClosedReader)
process.stderr.on('error', ignoreClosedReader)

const readVersion = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { readonly version: string }).version
}

process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  version: readVersion(),
  defaultDataDir: defaultDataDir(),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
})
