/** A page from elsewhere, in the very browser that is signed in: what it can reach of ours. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openBeside } from './open-chromium.ts'
import { setStage } from './set-stage.ts'

describe('a page from elsewhere', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[HOST-23] opens no WebSocket to the engine, reads no page and frames none, though the browser sends its cookie', async () => {
    const window = await stage.open(await stage.start())
    await window.page.getByRole('heading').first().waitFor()
    const { origin, host } = new URL(window.page.url())
    // Another port of the same machine is the same site, so that even a strict cookie goes along.
    const { page } = await openBeside(window)
    await page.goto(await serveForeignPage())
    const reached = await page.evaluate(
      async ([ownOrigin, ownHost]) => {
        const socket = new WebSocket(`ws://${ownHost}/rpc`)
        const socketOutcome = new Promise((resolve) => {
          socket.addEventListener('open', () => resolve('open'))
          socket.addEventListener('error', () => resolve('refused'))
        })
        const fetched = fetch(`${ownOrigin}/`, { credentials: 'include' }).then(
          () => 'an answer',
          () => 'refused',
        )
        const posted = fetch(`${ownOrigin}/`, { method: 'POST', mode: 'no-cors', credentials: 'include' }).then(
          ({ type }) => type,
          () => 'refused',
        )
        return { socket: await socketOutcome, fetched: await fetched, posted: await posted }
      },
      [origin, host] as const,
    )
    // The answer to the POST, which nobody may read, is a refusal.
    expect(reached).toEqual({ socket: 'refused', fetched: 'refused', posted: 'refused' })

    const frame = page.waitForEvent('requestfailed')
    await page.evaluate((url) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }))
    }, `${origin}/`)
    expect((await frame).url()).toBe(`${origin}/`)
    // The same socket does open where our own page asks for it.
    const own = await window.page.evaluate(
      (ownHost) =>
        new Promise((resolve) => {
          const socket = new WebSocket(`ws://${ownHost}/rpc`)
          socket.addEventListener('open', () => resolve('open'))
          socket.addEventListener('error', () => resolve('refused'))
        }),
      host,
    )
    expect(own).toBe('open')
  })
})

const serveForeignPage = async (): Promise<string> => {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<title>elsewhere</title>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
}
