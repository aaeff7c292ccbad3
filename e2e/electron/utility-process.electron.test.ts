import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, findEngineProcess, isAlive, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'
import type { FixturePage } from './fixture-page/fixture-page.ts'
import { phasesOf, query } from './use-fixture.ts'

declare const fixture: FixturePage

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home, 'utility-app')
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

describe('an engine in the utility process', () => {
  test('[SHELL-10] gets the port of the page itself, with values and bytes', async () => {
    expect(await query(app, 'echo', { name: 'Ørsted', list: [1, null] })).toEqual({ name: 'Ørsted', list: [1, null] })
    expect(await query(app, 'echo', new Uint8Array([0, 255]))).toEqual(new Uint8Array([0, 255]))
    const metrics = await app.electron.evaluate(({ app: electron }) =>
      electron.getAppMetrics().map(({ type, name }) => [type, name]),
    )
    expect(metrics).toContainEqual(['Utility', 'SecurAtlas engine'])
  })

  test('[SHELL-10] is started again when it is killed, and the page connects by itself', async () => {
    await query(app, 'echo', 1)
    process.kill(await findEngineProcess(app), 'SIGKILL')
    await expect.poll(() => phasesOf(app)).toEqual(['connecting', 'open', 'lost', 'open'])
    expect(await query(app, 'echo', 2)).toBe(2)
  })

  test('[SHELL-3] has the time to close before the app ends', async () => {
    await query(app, 'echo', 1)
    const engine = await findEngineProcess(app)
    await app.quit()
    expect(app.program.exitCode).toBe(0)
    expect(existsSync(join(home.dataDir, 'closed'))).toBe(true)
    await expect.poll(() => isAlive(engine)).toBe(false)
  })
})

describe('a page that speaks something else', () => {
  test.each(['utility-app', 'fixture-app'] as const)(
    '[SHELL-11] loses its port and connects again (%s)',
    async (name) => {
      await endApp(app)
      app = await launchApp(home, name)
      await app.page.evaluate(() => {
        const post = MessagePort.prototype.postMessage
        MessagePort.prototype.postMessage = function () {
          MessagePort.prototype.postMessage = post
          this.postMessage('nonsense')
        }
        void fixture.query('jobs.list').catch(() => undefined)
      })
      await expect.poll(() => phasesOf(app)).toEqual(['connecting', 'open', 'lost', 'open'])
    },
  )
})
