/** The menu of the app, and what it has to do with the page. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addClient, makeSample, samplePassphrase } from '../make-sample.ts'
import { endApp, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  await makeSample(home.dataDir, 1)
  await addClient(home.dataDir, 'Pentair')
  app = await launchApp(home, 'app')
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

type Item = { readonly id: string; readonly label: string; readonly isEnabled: boolean }

const items = (): Promise<readonly Item[]> =>
  app.electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((top) =>
      (top.submenu?.items ?? []).map(({ id, label, enabled }) => ({ id, label, isEnabled: enabled })),
    ),
  )

const enabledCommands = async (): Promise<readonly string[]> => {
  const known = ['lock', 'undo', 'redo', 'palette', 'sidebar', 'dashboard', 'clients', 'settings', 'shortcuts']
  return (await items()).filter(({ id, isEnabled }) => known.includes(id) && isEnabled).map(({ id }) => id)
}

const choose = (id: string): Promise<void> =>
  app.electron.evaluate(({ Menu, BrowserWindow }, chosen) => {
    BrowserWindow.getAllWindows()[0]?.focus()
    Menu.getApplicationMenu()?.getMenuItemById(chosen)?.click()
  }, id)

describe('the menu', () => {
  test('[SHELL-45] offers the commands of the open page, runs them, and offers none of them at the lock', async () => {
    await app.page.getByLabel('Passphrase', { exact: true }).waitFor()
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
    expect(await enabledCommands()).toEqual([])

    await app.page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await expect
      .poll(enabledCommands)
      .toEqual(['lock', 'undo', 'redo', 'palette', 'sidebar', 'dashboard', 'clients', 'settings', 'shortcuts'])
    await choose('clients')
    await app.page.getByRole('row').filter({ hasText: 'Pentair' }).waitFor()
    const words = (await items()).map(({ label }) => label)
    expect(words).toContain('Show or hide the sidebar')
    expect(words).toContain('Undo the last change')
    await choose('undo')
    await app.page.getByText(/nothing to undo/i).waitFor()
    expect(words.filter((word) => /Pentair|reload|developer/i.test(word))).toEqual([])

    await choose('lock')
    await app.page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()
    await expect.poll(enabledCommands).toEqual([])
  })

  test('[SHELL-45] takes no offer that is no list of ids', async () => {
    await app.page.evaluate(() => window.postMessage({ type: 'securatlas.commands', ids: [{ id: 'lock' }] }, '*'))
    await expect.poll(app.errors).toContain('Refused a message that is none of our own page.')
    expect(await enabledCommands()).toEqual([])
  })
})
