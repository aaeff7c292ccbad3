/** A region of one's own: chosen by keyboard, seen at once in the list and the history, and kept over quit and start. */
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { tabTo } from './by-keyboard.ts'
import { openClient } from './by-palette.ts'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const client = 'Pentair'
const american = {
  number: /\d,\d{3}/,
  day: /[A-Z][a-z]{2} \d{1,2}, \d{4}/,
  moment: /[A-Z][a-z]{2} \d{1,2}, \d{4}, \d{1,2}:\d{2} [AP]M/,
}
const swiss = { number: /\d['’]\d{3}/, day: /\d{1,2}\. \p{L}+\.? \d{4}/u, moment: /\d{2}\.\d{2}\.\d{4}, \d{2}:\d{2}/ }

describe('the region of the page', { timeout: 180_000 }, () => {
  const stage = setStage()

  test('[REGION-8] German (Switzerland) changes figures and dates at once, and is there again after quit and start', async () => {
    await makeSample(stage.dataDir(), 25)
    await addClient(stage.dataDir(), client, { employees: '12000' })
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program, { locale: 'en-US' })
    page.setDefaultTimeout(8000)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await expectWritten(page, american, swiss)

    await go(page, 'Settings')
    await page.getByRole('main').getByText('Region', { exact: true }).first().click()
    const format = page.getByRole('combobox', { name: 'Region format' })
    expect(await format.inputValue()).toBe('As this computer: English (United States)')
    const example = page.getByLabel('Example')
    expect(await example.innerText()).toMatch(american.moment)
    await tabTo(page, format)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Switzerland')
    await page.getByRole('option', { name: 'German (Switzerland)' }).waitFor()
    await page.getByRole('option', { name: 'German (Switzerland)' }).click()
    await expect.poll(() => example.innerText()).toMatch(swiss.moment)
    expect(await example.innerText()).toMatch(swiss.number)
    expect(await findBarriers(page)).toEqual([])
    await expectWritten(page, swiss, american)

    await go(page, 'Settings')
    await page.getByRole('main').getByText('Region', { exact: true }).first().click()
    await page.getByText('12 hours', { exact: true }).click()
    await expect.poll(() => example.innerText()).toMatch(/\d{1,2}:\d{2} (AM|PM)/)
    await page.getByText('As the region', { exact: true }).click()
    await expect.poll(() => example.innerText()).not.toMatch(/AM|PM/)
    expect(troubles).toEqual([])

    await page.close()
    await program.kill()
    const again = await stage.open(await stage.start({ passphrase: samplePassphrase }), { locale: 'en-US' })
    again.page.setDefaultTimeout(8000)
    await again.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await expectWritten(again.page, swiss, american)
    expect(again.troubles).toEqual([])
  })
})

const go = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

type Writing = { readonly number: RegExp; readonly day: RegExp; readonly moment: RegExp }

/** The list of clients and the history of one, in one way of writing and not in the other; then back at the practice. */
const expectWritten = async (page: Page, wanted: Writing, other: Writing): Promise<void> => {
  await go(page, 'Clients')
  const list = page.getByRole('grid').or(page.getByRole('table')).first()
  await expect.poll(() => list.innerText()).toMatch(wanted.day)
  expect(await list.innerText()).not.toMatch(other.day)
  await openClient(page, client)
  const profile = page.getByRole('main')
  await expect.poll(() => profile.innerText()).toMatch(wanted.number)
  expect(await profile.innerText()).not.toMatch(other.number)
  await go(page, 'Activity')
  const main = page.getByRole('main')
  await expect.poll(() => main.innerText()).toMatch(wanted.moment)
  expect(await main.innerText()).not.toMatch(other.moment)
  await page.keyboard.press('Escape')
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Dashboard' }).waitFor()
}
