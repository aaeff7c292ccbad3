import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'
import { addClient, createAccount } from './use-fixture.ts'

const secret = 'Zaunkoenig Maschinenbau'

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

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const filesThatHold = async (text: string, folder: string): Promise<readonly string[]> => {
  const files = await filesBelow(folder)
  const holds = async (file: string): Promise<boolean> => {
    const bytes = await readFile(file)
    return bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))
  }
  const verdicts = await Promise.all(files.map(holds))
  return files.filter((_file, index) => verdicts[index])
}

describe('what stays behind', () => {
  test('[SHELL-40] nothing of a client, though the page kept it in every storage of the browser', async () => {
    await createAccount(app)
    await addClient(app, secret)
    await app.page.evaluate(async (text) => {
      localStorage.setItem('client', text)
      sessionStorage.setItem('client', text)
      document.cookie = `client=${text}; max-age=100000`
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('clients', 1)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('clients').put(text, 1))
        opening.addEventListener('success', () => resolve())
        opening.addEventListener('error', () => reject(new Error('no database')))
      })
    }, secret)
    await app.quit()
    expect((await filesBelow(home.config)).length).toBeGreaterThan(0)
    expect(await filesThatHold(secret, home.config)).toEqual([])
    expect(await filesThatHold(secret, home.dataDir)).toEqual([])
    app = await launchApp(home)
    expect(await app.page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, ''])
  })

  test('[SHELL-41] no name of a client in the title of a window, whatever the page calls itself', async () => {
    expect(await app.page.title()).toBe('Fixture of Example Client Ltd')
    const title = (): Promise<string | undefined> =>
      app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect(await title()).toBe('SecurAtlas Desktop')
    await app.page.evaluate((text) => {
      document.title = text
    }, secret)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await title()).toBe('SecurAtlas Desktop')
  })

  test('[SHELL-42] a window that is never smaller than 960 by 640', async () => {
    const size = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize())
    expect(size).toEqual([960, 640])
  })
})
