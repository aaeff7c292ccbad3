/** The client book on the real page: a list of any shape comes in through the mapper, and goes again as a whole. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

/** One column has a heading that nobody knows; one row has no name, and one comes twice. */
const list = (count: number): string =>
  [
    'Ticker;Security;Sector;HQ',
    ...Array.from({ length: count }, (_, index) => `T${index};Organization ${index};Sector ${index % 3};City ${index}`),
    'X1;;Sector 1;Nowhere',
    'X2;ORGANIZATION 1;Sector 1;Twice',
  ].join('\n')

const chooseField = async (page: Page, column: string, field: string): Promise<void> => {
  await page.getByRole('combobox', { name: `Field for ${column}` }).click()
  await page.getByRole('option', { name: field, exact: true }).click()
}

const openImport = async (page: Page, file: string): Promise<void> => {
  await page.getByRole('button', { name: 'Import…' }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).waitFor()
  await page.locator('input[type=file]').setInputFiles(file)
}

/** The row of a client in the list. */
const rowOf = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })

describe('the client book', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[LIST-10] a list is matched, looked at, brought in, and undone as a whole', async () => {
    await makeSample(stage.dataDir(), 5)
    const file = join(stage.dataDir(), 'list.csv')
    await writeFile(file, list(120))
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await page.goto(`${new URL(program.address).origin}/#/clients`)

    await openImport(page, file)
    await page.getByText('Choose which column is the client name.').waitFor()
    await chooseField(page, 'Security', 'Client name')
    await chooseField(page, 'HQ', 'Location')
    await page.getByRole('cell', { name: 'Refused: the same name as line 3' }).waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: 'Add 120 clients' }).click()
    await page.getByRole('heading', { name: '120 clients added' }).waitFor()
    await page.getByRole('region', { name: '2 rows were refused' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Undo import' }).click()
    await page.getByRole('heading', { name: 'The import was undone' }).waitFor()
    await page.getByRole('button', { name: 'Show clients' }).click()
    await page.getByRole('row').first().waitFor()
    expect(await page.getByText('Organization 1', { exact: true }).count()).toBe(0)

    // The next list with these headings is matched as this one was.
    await writeFile(file, list(3))
    await openImport(page, file)
    await page.getByText('Matched as the last list with these headings.').waitFor()
    await page.getByRole('button', { name: 'Add 3 clients' }).waitFor()
    expect([...troubles]).toEqual([])
  })

  test('[BULK-3] everybody but one gets a tag by keyboard and mouse, and Undo takes it back', async () => {
    await makeSample(stage.dataDir(), 30)
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await page.goto(`${new URL(program.address).origin}/#/clients`)
    const grid = page.getByRole('grid')
    await grid.focus()
    await page.keyboard.press('Control+a')
    const bar = page.getByRole('toolbar', { name: 'Selected clients' })
    const all = Number((await bar.innerText()).match(/^\d+/)?.[0])
    const left = (await page.getByRole('row').nth(2).innerText()).split('\n').find((line) => line.length > 3) ?? ''
    await rowOf(page, left).first().getByRole('checkbox').click()
    await bar.getByText(`${String(all - 1)} selected`).waitFor()
    expect(await findBarriers(page)).toEqual([])

    await bar.getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('combobox', { name: 'Tag' }).fill('met in May')
    await page.getByRole('button', { name: 'Add tag' }).click()
    await page.getByText(`“met in May” added to ${String(all - 1)} clients`).waitFor()
    await bar.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText(`${String(all - 1)} clients are as they were before`).waitFor()

    await grid.focus()
    await page.keyboard.press('Space')
    await bar.getByText('1 selected').waitFor()
    await page.keyboard.press('Escape')
    await bar.waitFor({ state: 'detached' })
    expect([...troubles]).toEqual([])
  })

  test('[LIST-16] groups stand under heads, fold and unfold by keyboard and by mouse, and a view keeps them', async () => {
    await makeSample(stage.dataDir(), 12)
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await page.goto(`${new URL(program.address).origin}/#/clients`)
    await page.getByRole('button', { name: 'Group', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Owner' }).click()
    const grid = page.getByRole('treegrid', { name: 'Clients' })
    const heads = grid.getByRole('row', { level: 1 })
    const last = heads.filter({ hasText: 'No owner' })
    await last.or(heads.first()).first().waitFor()
    const all = await grid.getByRole('row', { level: 2 }).count()
    expect(await findBarriers(page)).toEqual([])

    await grid.focus()
    await page.keyboard.press('Home')
    const [name = '', size = ''] = (await heads.first().innerText()).split(/(?= \d+$)/)
    await page.keyboard.press('ArrowLeft')
    await grid.getByRole('row', { name, expanded: false }).waitFor()
    await expect.poll(() => grid.getByRole('row', { level: 2 }).count()).toBe(all - Number(size))
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => grid.getByRole('row', { level: 2 }).count()).toBe(all)
    await heads.first().click()
    await grid.getByRole('row', { name, expanded: false }).waitFor()

    await page.keyboard.press('ControlOrMeta+A')
    const bar = page.getByRole('toolbar', { name: 'Selected clients' })
    await bar.waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Save what is shown as a view' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('By owner')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: /^By owner/, selected: true }).waitFor()
    await page.getByRole('tab', { name: /^All clients/ }).click()
    await page.getByRole('grid', { name: 'Clients' }).waitFor()
    await page.getByRole('tab', { name: /^By owner/ }).click()
    await grid.waitFor()
    expect([...troubles]).toEqual([])
  })

  test('[LIST-15] a view keeps what the list shows, says when it differs, and is there after a restart', async () => {
    await makeSample(stage.dataDir(), 30)
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await page.goto(`${new URL(program.address).origin}/#/clients?owner=none`)
    await page.getByRole('button', { name: 'Save what is shown as a view' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Nobody yet')
    await page.keyboard.press('Enter')
    const tab = page.getByRole('tab', { name: /^Nobody yet/ })
    await tab.and(page.getByRole('tab', { selected: true })).waitFor()
    // The dialog has faded, and the tooltip of the button that opened it is gone with the focus.
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.getByRole('grid').focus()
    await page.getByRole('tooltip').waitFor({ state: 'detached' })
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('columnheader', { name: 'Industry' }).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.getByRole('button', { name: 'Reset' }).waitFor({ state: 'detached' })
    await page.getByRole('columnheader', { name: 'Industry' }).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('tab', { name: /^All clients/ }).click()
    await page.getByRole('button', { name: 'Client, A to Z' }).waitFor()
    expect([...troubles]).toEqual([])
    await program.kill()

    const again = await stage.start({ passphrase: samplePassphrase })
    const second = await stage.open(again)
    await second.page.goto(`${new URL(again.address).origin}/#/clients`)
    await second.page.getByRole('tab', { name: /^Nobody yet/ }).click()
    await second.page.getByText('Owner: No owner').waitFor()
    await second.page.getByRole('button', { name: 'Industry, A to Z' }).waitFor()
    await second.page.getByRole('button', { name: 'View Nobody yet' }).click()
    await second.page.getByRole('menuitem', { name: 'Delete view' }).click()
    await second.page.getByRole('tab', { name: /^Nobody yet/ }).waitFor({ state: 'detached' })
    expect([...second.troubles]).toEqual([])
  })
})
