import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runElectron } from './run-electron.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-electron-'))
  return () => rm(folder, { recursive: true })
})

/** A program in place of Electron, started with what the app is started with. */
const run = async (program: string, passphrase?: string) => {
  const electron = join(folder, 'electron')
  await writeFile(electron, `#!${process.execPath}\n${program}`)
  await chmod(electron, 0o755)
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', SECURATLAS_PASSPHRASE: 'secret words' }
  return runElectron({
    electron,
    app: folder,
    dataDir: folder,
    accountId: undefined,
    passphrase,
    env,
    say: () => undefined,
  })
}

describe.skipIf(process.platform === 'win32')('Electron, started by npm start', () => {
  test.each([0, 1, 2])('[HOST-52] ends with the app, by its code %i', async (code) => {
    expect(await run(`process.exit(${String(code)})`)).toEqual({ ok: true, value: code })
  })

  test('[HOST-41] hands the passphrase over in a pipe, neither as an argument nor in the environment', async () => {
    const program = `
    const { readFileSync } = require('node:fs')
    const pipe = process.argv.find((argument) => argument.startsWith('--passphrase-fd='))?.split('=')[1]
    const isThere = readFileSync(Number(pipe), 'utf8') === 'secret words'
    const everything = [...process.argv, ...Object.values(process.env)]
    const isLeaked = everything.some((text) => text.includes('secret words'))
    const isNode = 'ELECTRON_RUN_AS_NODE' in process.env
    process.exit(isThere && !isLeaked && !isNode ? 0 : 1)`
    expect(await run(program, 'secret words')).toEqual({ ok: true, value: 0 })
  })

  test('[HOST-50] says that an Electron cannot run here which ends at once by a code that is none of ours', async () => {
    const failed = await run('process.exit(127)')
    expect(failed).toEqual({ ok: false, error: 'Electron cannot run here (it ended with 127)' })
    const killed = await run("process.kill(process.pid, 'SIGTRAP')")
    expect(killed).toEqual({ ok: false, error: 'Electron cannot run here (it ended with SIGTRAP)' })
    const nowhere = { electron: join(folder, 'nowhere'), app: folder, dataDir: undefined, accountId: undefined }
    const missing = await runElectron({ ...nowhere, passphrase: undefined, env: {}, say: () => undefined })
    expect(missing).toMatchObject({
      ok: false,
      error: expect.stringContaining('Electron could not be started') as string,
    })
  })
})
