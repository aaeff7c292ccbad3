/** Text of every kind: very long, right to left, emoji, marks that combine, and a megabyte that was pasted. */
import type { Page } from '@playwright/test'
import { expectOk } from '#testing/expect-result.ts'
import { describe, expect, test } from 'vitest'
import { makePractice, serveHere } from './serve-here.ts'
import { setStage } from './set-stage.ts'

const passphrase = 'correct horse battery'
const megabyte = 'megabyte '.repeat(120_000)

/** 200 characters each, or nearly so; one of them has nowhere to break. */
const names = [
  'W'.repeat(200),
  'שירותי אבטחת מידע והגנת סייבר לארגונים '.repeat(5).trim(),
  '👩🏽‍💻🔐 Señor Ångström & Sons 株式会社 '.repeat(5).trim(),
  `Zalgo ${'e\u0301\u0323\u0302'.repeat(40)}`,
] as const

/** What lies outside the window, or is wider than the frame shows. */
const findOverflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const regions = [document.documentElement, ...document.querySelectorAll('main, nav, footer, header, [role=dialog]')]
    return regions
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((region) => `${region.tagName} ${region.className}: ${region.scrollWidth} > ${region.clientWidth}`)
  })

const readAll = async (page: Page): Promise<void> => {
  await page.waitForTimeout(300)
  expect(await findOverflow(page)).toEqual([])
}

describe('text of every kind', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[TROUBLE-10] names of 200 characters, right to left, with emoji and combining marks push nothing out of the frame', async () => {
    const here = await serveHere(stage.dataDir())
    const accountId = await makePractice(here.engine(), passphrase, names[0])
    const account = here.engine().findAccount(accountId)
    if (account === undefined) throw new Error('no account')
    for (const name of names.slice(1)) expectOk(await account.clients.add({ name, status: 'client' }))
    expectOk(await account.editPractice('practice.update', { name: names[0] }))
    const { page, troubles } = await stage.open(here)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await readAll(page)
    await page.evaluate(() => (location.hash = '/clients'))
    await page.getByRole('row').nth(4).waitFor()
    await readAll(page)
    await page.getByRole('row').nth(1).click()
    await readAll(page)
    await page.keyboard.press('ControlOrMeta+K')
    await page.getByRole('option').first().waitFor()
    await readAll(page)
    await page.keyboard.press('Escape')
    for (const { id, name } of account.clients.list({}).items) {
      for (const screen of ['', '/activity', '/settings']) {
        await page.evaluate((hash) => (location.hash = hash), `/clients/${id}${screen}`)
        await page.getByText(name.slice(0, 40)).first().waitFor()
        await readAll(page)
      }
    }
    expect(troubles).toEqual([])
  })

  test('[TROUBLE-11] a megabyte pasted into a line, a paragraph and the search is refused in words, and the page goes on', async () => {
    const here = await serveHere(stage.dataDir())
    await makePractice(here.engine(), passphrase, 'Pentair')
    const { page, troubles } = await stage.open(here)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await page.keyboard.press('ControlOrMeta+K')
    const search = page.locator('[role=combobox]:focus')
    await search.waitFor()
    await search.fill(megabyte)
    await search.fill('Pentair')
    await page.getByRole('option', { name: 'Pentair', selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Edit profile' }).click()
    for (const label of ['Industry', 'Summary']) {
      const field = page.getByRole('textbox', { name: label, exact: true })
      await field.fill(megabyte)
      await field.blur()
      await page
        .getByRole('contentinfo')
        .getByText(/Not accepted|Not saved|at most/)
        .waitFor()
      expect((await field.inputValue()).length).toBeGreaterThan(1000)
      await field.fill('Pumps')
      await field.blur()
      await page.getByRole('contentinfo').getByText('All changes saved on this device').waitFor()
    }
    expect(troubles).toEqual([])
  })
})
