import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'
import { phasesOf, query } from './use-fixture.ts'

const preload = fileURLToPath(new URL('../../dist-lane/fixture-app/preload/index.cjs', import.meta.url))

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home)
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

/** Long enough for what is refused to happen, if it were not. */
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500))

const expectPageStays = async (): Promise<void> => {
  await aMoment()
  expect(app.page.url()).toBe('app://main/')
  expect(app.electron.windows()).toHaveLength(1)
  expect(await query(app, 'health')).toMatchObject({ accounts: [] })
}

/** What a page would send that wants a port to the engine. */
const askForPort = `new Promise((resolve) => {
  const { port2 } = new MessageChannel()
  window.addEventListener('message', ({ data }) => {
    if (data.type === 'securatlas.portOpened') resolve('a port')
  })
  window.postMessage({ type: 'securatlas.requestPort', requestId: 'attack' }, '*', [port2])
  setTimeout(() => resolve('nothing'), 1000)
})`

describe('the borders of the page', () => {
  test.each(['https://example.com/secret', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/'])(
    '[SHELL-30] does not go to %s',
    async (address) => {
      await app.page.evaluate((url) => {
        location.href = url
      }, address)
      await expectPageStays()
      expect(app.errors()).not.toContain('secret')
    },
  )

  test.each(['https://example.com/', 'file:///etc/passwd', 'app://main/', 'about:blank'])(
    '[SHELL-31] opens no window for %s',
    async (address) => {
      expect(await app.page.evaluate((url) => window.open(url) === null, address)).toBe(true)
      await app.page.evaluate((url) => {
        const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' })
        document.body.append(link)
        link.click()
      }, address)
      await expectPageStays()
    },
  )

  test('[SHELL-32] embeds no web view, even where one is asked for', async () => {
    expect(await app.page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)
    const attached = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
      let count = 0
      window.webContents.on('did-attach-webview', () => count++)
      await window.loadURL('data:text/html,<webview src="data:text/html,embedded" style="display:flex"></webview>')
      await new Promise((resolve) => setTimeout(resolve, 500))
      return count
    })
    expect(attached).toBe(0)
    await expect.poll(app.errors).toContain('Refused a web view.')
  })

  test('[SHELL-33] is granted nothing but copying', async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const
    const states = await app.page.evaluate(
      (wanted) =>
        Promise.all(
          wanted.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
        ),
      names,
    )
    expect(states).toEqual(names.map(() => 'denied'))
    await app.page.evaluate(() => {
      const button = Object.assign(document.createElement('button'), { textContent: 'Copy' })
      button.addEventListener('click', () => void navigator.clipboard.writeText('copied by the page'))
      document.body.append(button)
    })
    await app.page.getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe('copied by the page')
    expect(await app.page.evaluate(() => Notification.requestPermission())).toBe('denied')
    const camera = await app.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        (error: unknown) => (error as Error).name,
      ),
    )
    expect(camera).not.toBe('granted')
    const place = await app.page.evaluate(
      () =>
        new Promise((resolve) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('granted'),
            ({ code }) => resolve(code),
          ),
        ),
    )
    expect(place).toBe(1)
  })

  test('[SHELL-34] saves what it has made itself, and downloads nothing else', async () => {
    const path = join(home.dataDir, 'saved.txt')
    await app.electron.evaluate(({ session }, savePath) => {
      const noted: string[] = []
      Object.assign(globalThis, { noted })
      session.fromPartition('securatlas').on('will-download', (event, item) => {
        const scheme = item.getURL().split(':')[0] ?? ''
        // Where a person would be asked.
        if (!event.defaultPrevented) item.setSavePath(savePath)
        else noted.push(`${scheme} refused`)
        item.once('done', (_event, state) => noted.push(`${scheme} ${state}`))
      })
    }, path)
    const download = (address?: string): Promise<void> =>
      app.page.evaluate((url) => {
        const href = url ?? URL.createObjectURL(new Blob(['made by the page']))
        const link = Object.assign(document.createElement('a'), { href, download: 'file.txt' })
        document.body.append(link)
        link.click()
      }, address)
    const noted = () => app.electron.evaluate(() => (globalThis as unknown as { noted: string[] }).noted)
    await download('data:text/plain,foreign')
    await expect.poll(noted).toContain('data refused')
    await download('app://main/index.html')
    await expect.poll(noted).toContain('app refused')
    await download()
    await expect.poll(noted).toContain('blob completed')
    expect(await readFile(path, 'utf8')).toBe('made by the page')
    expect(app.page.url()).toBe('app://main/')
  })

  test('[SHELL-35] has nothing of Node or Electron in reach', async () => {
    const found = await app.page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter(
        (name) => name in globalThis,
      ),
    )
    expect(found).toEqual([])
  })

  test('[SHELL-36] alone gets a port: a frame, another page and a malformed message do not', async () => {
    const frames = await app.electron.evaluate(
      async ({ BrowserWindow, session }, [path, script]) => {
        const own = session.fromPartition('attack')
        own.protocol.handle('app', ({ url }) => {
          const body = url === 'app://other/' ? '<iframe src="app://main/inner"></iframe>' : 'inner'
          return new Response(body, { headers: { 'Content-Type': 'text/html' } })
        })
        const webPreferences = { session: own, preload: path, sandbox: true, nodeIntegrationInSubFrames: true }
        const window = new BrowserWindow({ show: false, webPreferences })
        await window.loadURL('app://other/')
        const answers: Record<string, unknown> = {}
        for (const frame of window.webContents.mainFrame.framesInSubtree) {
          answers[frame.url] = await frame.executeJavaScript(script)
        }
        await window.loadURL('app://main/inner')
        answers['app://main/inner as a page'] = await window.webContents.executeJavaScript(script)
        return answers
      },
      [preload, askForPort] as const,
    )
    expect(frames).toEqual({
      'app://other/': 'nothing',
      'app://main/inner': 'nothing',
      // The same script does get one where it is our own page that asks.
      'app://main/inner as a page': 'a port',
    })
    expect(app.errors().match(/Refused a message that is none of our own page\./g)).toHaveLength(2)
    await app.page.evaluate(() => window.postMessage({ type: 'securatlas.requestPort', requestId: 7 }, '*'))
    await expect.poll(() => app.errors().match(/Refused a message/g)).toHaveLength(3)
  })

  test('[SHELL-39] sends nothing to the network', async () => {
    let visits = 0
    const server = createServer((_request, response) => {
      visits++
      response.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`
    const outcome = await app.electron.evaluate(async ({ session }, url) => {
      const own = session.fromPartition('securatlas')
      const fetched = await own.fetch(url).then(
        () => 'an answer',
        () => 'nothing',
      )
      return { fetched, spellChecker: own.isSpellCheckerEnabled() }
    }, address)
    expect(outcome).toEqual({ fetched: 'nothing', spellChecker: false })
    expect(visits).toBe(0)
    await fetch(address)
    expect(visits).toBe(1)
    server.close()
  })

  test('[SHELL-37] connects again when it is loaded again, at once as well as later', async () => {
    await app.page.evaluate(() => location.reload())
    await aMoment()
    for (let time = 1; time <= 5; time++) await app.page.reload()
    expect(await query(app, 'health')).toMatchObject({ accounts: [] })
    expect(await phasesOf(app)).toEqual(['connecting', 'open'])
  })

  test('[SHELL-38] is loaded again after a crash', async () => {
    await new Promise((resolve) => setTimeout(resolve, 5500))
    const title = await app.electron.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
      contents?.forcefullyCrashRenderer()
      await loaded
      return (await contents?.executeJavaScript('fixture.query("health").then(() => document.title)')) as string
    })
    expect(title).toBe('Fixture of Example Client Ltd')
    expect(app.errors()).toContain('The page has ended unexpectedly')
  })
})
