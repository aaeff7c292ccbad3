/**
 * Starts a program of the project: makes sure that the dependencies are there, then hands over to the project's own
 * Node. Plain JavaScript with built-ins only, because it runs before anything is installed, on Node 20 or newer.
 * Standard output belongs to the program: everything said here goes to standard error.
 */
import { spawn } from 'node:child_process'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { findNode } from './find-node.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const [script, ...scriptArguments] = process.argv.slice(2)

const fail = (message) => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const environmentFor = (node) => {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const separator = process.platform === 'win32' ? ';' : ':'
  const first = [dirname(node), join(root, 'node_modules', '.bin')]
  const rest = (process.env[key] ?? '').split(separator).filter((folder) => folder !== '' && !first.includes(folder))
  return {
    ...process.env,
    [key]: [...first, ...rest].join(separator),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compile'),
  }
}

const handOver = (node, parameters, env) => {
  // Replacing this process keeps its id, so signals and exit codes need no passing on. Only safe for a binary that is
  // known to run here (a failed execve aborts), and a parent's IPC channel would not survive it.
  const canReplace = typeof process.execve === 'function' && process.platform !== 'win32'
  if (canReplace && node.running && process.channel === undefined)
    process.execve(node.path, [node.path, ...parameters], env)
  const child = spawn(node.path, parameters, { stdio: 'inherit', env })
  // A terminal sends Ctrl-C to the whole process group: passing it on as well would reach the program twice.
  const fromTerminal = process.stdin.isTTY === true || process.stderr.isTTY === true
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (!(signal === 'SIGINT' && fromTerminal)) child.kill(signal)
    })
  }
  child.on('error', (error) =>
    fail(`${node.path} could not be started (${error.message}). Remove node_modules and try again.`),
  )
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

if (script === undefined) fail('usage: node build/bootstrap/run.mjs PROGRAM [ARGUMENTS]')
const failure = await ensureDependencies(root)
if (failure !== undefined) fail(failure)
const node = findNode(root)
if (node.path === undefined) fail(node.message)
if (node.message !== undefined) process.stderr.write(`${node.message}\n`)
handOver(
  node,
  ['--disable-warning=ExperimentalWarning', resolve(root, script), ...scriptArguments],
  environmentFor(node.path),
)
