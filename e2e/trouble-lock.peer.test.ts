/** The account is locked, or its engine replaced, while something is typed: it stands in its field after Unlock. */
import type { Locator, Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { openBeside } from './open-chromium.ts'
import { makePractice, serveHere } from './serve-here.ts'
import { setStage } from './set-stage.ts'

const passphrase = 'correct horse battery'
const client = 'Pentair'
const secret = 'Half of a word about pumps'

const industryOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Industry', exact: true })
const isLocked = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()

const unlock = async (page: Page): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Navigation' }).waitFor()
}

/** Nothing of the practice on the screen, in the title or in what a script of the page could read of it. */
const expectNothingOf = async (page: Page, ...words: readonly string[]): Promise<void> => {
  const html = await page.evaluate(() => document.documentElement.outerHTML + document.title + location.href)
  for (const word of words) expect(html).not.toContain(word)
}

describe('what is typed, over a lock', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[TROUBLE-2] an engine that is replaced while somebody types: after Unlock the text stands in its field, unsaved, and is saved when tried again', async () => {
    const here = await serveHere(stage.dataDir())
    await makePractice(here.engine(), passphrase, client)
    const { page } = await stage.open(here)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openClient(page, client)
    await page.getByRole('button', { name: 'Edit profile' }).click()
    await industryOf(page).fill(secret)
    await here.replaceEngine()
    await isLocked(page)
    await expectNothingOf(page, secret, client)
    await unlock(page)
    expect(await industryOf(page).inputValue()).toBe(secret)
    const status = page.getByRole('contentinfo')
    await status.getByText('Not saved yet').waitFor()
    await status.getByRole('button', { name: 'Try again' }).click()
    await status.getByText('All changes saved on this device').waitFor()
    const [account] = await here.engine().listAccounts()
    const opened = here.engine().findAccount(account?.id ?? '')
    expect(opened?.clients.list({}).items[0]?.industry).toBe(secret)
  })

  test('[LOCK-1] locking commits what stands in the field, then everything of the practice is gone from the page', async () => {
    const here = await serveHere(stage.dataDir())
    await makePractice(here.engine(), passphrase, client)
    const { page, troubles } = await stage.open(here)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openClient(page, client)
    await page.getByRole('button', { name: 'Edit profile' }).click()
    await industryOf(page).fill(secret)
    await page.keyboard.press('ControlOrMeta+L')
    await isLocked(page)
    await expectNothingOf(page, secret, client, 'Harbor')
    await unlock(page)
    await page.getByRole('contentinfo').getByText('All changes saved on this device').waitFor()
    expect(await industryOf(page).inputValue()).toBe(secret)
    expect(troubles).toEqual([])
  })

  test('[LOCK-2] a minute before the lock it is told, input in any window keeps all of them open, and none locks all', async () => {
    const here = await serveHere(stage.dataDir())
    await makePractice(here.engine(), passphrase, client)
    const left = await stage.open(here)
    await left.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    const right = await openBeside(left)
    await right.page.clock.install()
    await right.page.goto(`${new URL(here.address).origin}/#/clients`)
    await right.page.getByRole('row').filter({ hasText: client }).waitFor()
    const warning = right.page.getByRole('region', { name: 'Locking soon' })
    await right.page.clock.fastForward('14:10')
    await warning.getByText(/Locks in \d+ s/).waitFor()
    // Input in the other window.
    await left.page.keyboard.press('Shift')
    await warning.waitFor({ state: 'detached' })
    await right.page.clock.fastForward('14:10')
    await warning.waitFor()
    await warning.getByRole('button', { name: 'Keep it open' }).click()
    await warning.waitFor({ state: 'detached' })
    await right.page.clock.fastForward('15:10')
    await isLocked(right.page)
    await isLocked(left.page)
    await expectNothingOf(left.page, client, 'Harbor')
  })
})
