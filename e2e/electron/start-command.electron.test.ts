/** What `npm start` runs, where there is an Electron. */
import { createEngineClient } from '#api/rpc/engine-client.ts'
import { connectLocalSocket } from '#hosting/local-socket.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { makeSample, samplePassphrase } from '../make-sample.ts'
import { isRoot, makeHome, type Home } from './launch-app.ts'

const index = fileURLToPath(new URL('../../electron/start/index.ts', import.meta.url))

let home: Home

beforeEach(async () => {
  home = await makeHome()
})
afterEach(() => home.remove())

const start = (parameters: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const program = spawn(process.execPath, [index, '--data-dir', home.dataDir, ...parameters], {
    env: { ...process.env, XDG_CONFIG_HOME: home.config, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void program.kill('SIGTERM'))
  const ended = Promise.all([once(program, 'exit'), text(program.stdout), text(program.stderr)])
  return { program, ended: ended.then(([[code], said, errors]) => ({ code: code as unknown, said, errors })) }
}

/** The engine that the app has started answers beside its window. */
const accountStates = async (): Promise<readonly string[] | undefined> => {
  const port = await connectLocalSocket(home.dataDir)
  if (!port.ok) return undefined
  const accounts = await createEngineClient(port.value).accounts.list.query()
  port.value.close()
  return accounts.map(({ state }) => state)
}

describe.skipIf(isRoot)('npm start', () => {
  test('[HOST-50] opens the desktop app, and ends with it', async () => {
    const { program, ended } = start([])
    await expect.poll(accountStates).toEqual([])
    program.kill('SIGTERM')
    const { code, said, errors } = await ended
    expect({ code, said }).toEqual({
      code: 0,
      said: 'SecurAtlas Desktop is opening. To end it, close the window or press Ctrl C here.\n',
    })
    expect(errors).not.toContain('browser window')
  })

  test('[HOST-52] opens the account with the passphrase that it is given, and refuses a wrong one with exit 2', async () => {
    await makeSample(home.dataDir, 1)
    const right = start([], { SECURATLAS_PASSPHRASE: samplePassphrase })
    await expect.poll(accountStates).toEqual(['open'])
    right.program.kill('SIGTERM')
    expect((await right.ended).code).toBe(0)

    const wrong = await start([], { SECURATLAS_PASSPHRASE: 'wrong horse battery' }).ended
    expect(wrong.code).toBe(2)
    expect(wrong.errors).toContain('The passphrase is wrong. Nothing was opened or changed.')
  })

  test('[HOST-50] opens the browser window where there is no Electron, and says why', async () => {
    const { program, ended } = start([], { ELECTRON_OVERRIDE_DIST_PATH: home.config, SECURATLAS_CHROMIUM: '/nowhere' })
    await expect.poll(accountStates).toEqual([])
    program.kill('SIGTERM')
    const { code, said, errors } = await ended
    expect(code).toBe(0)
    expect(errors).toContain(`The desktop window cannot be had: there is no Electron in ${home.config}`)
    expect(errors).toContain('The app opens in a browser')
    expect(said).toContain('http://127.0.0.1:')
  })
})
