/** Installs the dependencies when they are missing or belong to another package-lock.json. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { withInstallLock } from './install-lock.mjs'

/** Resolves to undefined when all is well, else to words for the person at the terminal. */
export const ensureDependencies = async (root) => {
  if (isStampFresh(root)) return undefined
  return withInstallLock(root, async (holder) => {
    if (isStampFresh(root)) return undefined
    if (matchesInstalled(root)) {
      writeStamp(root)
      return undefined
    }
    return install(root, holder)
  })
}

const stampPath = (root) => join(root, 'node_modules', '.install-stamp')

const stampFor = (root) => {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${hash} ${process.platform} ${process.arch}\n`
}

const isStampFresh = (root) => {
  try {
    return readFileSync(stampPath(root), 'utf8') === stampFor(root)
  } catch (error) {
    if (error.code === 'ENOENT' && existsSync(join(root, 'package-lock.json'))) return false
    throw error
  }
}

const writeStamp = (root) => {
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stampPath(root), stampFor(root))
}

/** True after an `npm install` by hand: npm's own record of what is installed agrees with the lock file. */
export const matchesInstalled = (root) => {
  const wanted = readPackages(join(root, 'package-lock.json'))
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (wanted === undefined || installed === undefined) return false
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue
    const found = installed[path]
    if (found === undefined ? entry.optional !== true && entry.devOptional !== true : !isSamePackage(found, entry))
      return false
  }
  return Object.keys(installed).every((path) => wanted[path] !== undefined)
}

const isSamePackage = (left, right) => left.version === right.version && left.integrity === right.integrity

const readPackages = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch (error) {
    // npm writes its own record last: a torn one means an installation that did not end.
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

const install = async (root, holder) => {
  const started = Date.now()
  const total = countExpected(readPackages(join(root, 'package-lock.json')) ?? {})
  const again = existsSync(stampPath(root)) ? 'package-lock.json has changed: installing' : 'Installing'
  say(`${again} the dependencies and the project's own Node (npm ci, once, about a minute).`)
  rmSync(stampPath(root), { force: true })
  keepRunningBinary(root)
  const progress = setInterval(() => {
    say(`  ${seconds(started)}: about ${countUnpacked(root)} of ${total} packages are there`)
  }, 5000)
  const code = await runNpm(root, holder)
  clearInterval(progress)
  if (code !== 0) {
    return `The dependencies could not be installed: npm ended with ${code}. Your own files are untouched. See the lines above, check the network connection, then run the same command again.`
  }
  writeStamp(root)
  say(`The dependencies are ready (${seconds(started)}).`)
  return undefined
}

/** Install scripts stay off on purpose: what needs a binary brings it prebuilt, and nothing is compiled here. */
const runNpm = (root, holder) =>
  new Promise((done) => {
    const [command, ...before] = npmCommand()
    const flags = [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--include=dev',
      '--include=optional',
    ]
    const child = spawn(command, [...before, ...flags], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: before.length === 0 && process.platform === 'win32',
      env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1', npm_config_engine_strict: 'false' },
    })
    if (child.pid !== undefined) holder.alsoHeldBy(child.pid)
    child.on('error', (error) => done(error.message))
    child.on('exit', (code, signal) => done(code ?? signal))
  })

/** The npm that started this program, else the one beside this Node, else the one on the path. */
const npmCommand = () => {
  const here = dirname(process.execPath)
  const candidates = [
    /^npm-cli\.c?js$/.test(basename(process.env.npm_execpath ?? '')) ? process.env.npm_execpath : undefined,
    join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = candidates.find((path) => path !== undefined && existsSync(path))
  const outer = process.env.npm_node_execpath
  const node = outer !== undefined && existsSync(outer) ? outer : process.execPath
  return script === undefined ? ['npm'] : [node, script]
}

/** Windows cannot delete a program that runs, but it can move it out of the folder that npm is about to empty. */
const keepRunningBinary = (root) => {
  const modules = join(root, 'node_modules') + sep
  if (process.platform !== 'win32' || !process.execPath.startsWith(modules)) return
  mkdirSync(join(root, '.cache'), { recursive: true })
  renameSync(process.execPath, join(root, '.cache', `node-in-use-${process.pid}.exe`))
}

/** Packages of this platform that are not nested in another. */
const countExpected = (packages) =>
  Object.entries(packages).filter(([path, entry]) => {
    const fits = (list, mine) => list === undefined || list.includes(mine)
    return path.lastIndexOf('node_modules/') === 0 && fits(entry.os, process.platform) && fits(entry.cpu, process.arch)
  }).length

const countUnpacked = (root) => {
  try {
    const entries = readdirSync(join(root, 'node_modules'))
    const scoped = entries.filter((name) => name.startsWith('@'))
    const inside = scoped.flatMap((name) => readdirSync(join(root, 'node_modules', name)))
    return entries.filter((name) => !name.startsWith('.')).length - scoped.length + inside.length
  } catch {
    // A count for the progress line only: npm may be moving these folders this very moment.
    return 0
  }
}

const seconds = (since) => `${Math.round((Date.now() - since) / 1000)} s`
const say = (line) => process.stderr.write(`${line}\n`)
