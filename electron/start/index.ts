/** Composition root of `npm start`: the desktop app where there is an Electron for it, else the browser window. */
import { buildDesktop } from '#build/scripts/build-desktop.ts'
import { fetchElectron } from '#build/scripts/fetch-electron.ts'
import { findElectron } from '#build/scripts/find-electron.ts'
import { readStartArguments, type StartArguments } from '#electron/start-arguments.ts'
import { chooseElectron, insteadOf } from './choose-electron.ts'
import { runElectron } from './run-electron.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)
const { env, platform } = process

/** The exit code; undefined when the browser window is to be opened instead. */
const openDesktop = async ({ headless, ...start }: StartArguments): Promise<number | undefined> => {
  const electron = await chooseElectron({
    headless,
    platform,
    env,
    isRoot: process.getuid?.() === 0,
    find: findElectron,
    fetch: () => fetchElectron({ env, say: complain }),
    say: complain,
  })
  if (electron === undefined) return undefined
  const app = await buildDesktop({ say: complain })
  const ended = await runElectron({ ...start, electron, app, env, say })
  if (ended.ok) return ended.value
  complain(insteadOf(ended.error))
  return undefined
}

const start = await readStartArguments(process.argv.slice(2), env)
if (start.ok) {
  const code = await openDesktop(start.value)
  if (code === undefined) await import('#electron/browser-window/index.ts')
  else process.exitCode = code
} else {
  complain(start.error)
  process.exitCode = 2
}
