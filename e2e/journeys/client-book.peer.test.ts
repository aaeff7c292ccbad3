/** The book of a real practice: its list comes in, is sorted out, goes out again, and one client moves to another practice. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, onTestFinished, test } from 'vitest'
import { examine } from '../make-sample.ts'
import { walkFirstRun } from '../walk-first-run.ts'
import { setJourney, type JourneyApp } from './set-journey.ts'

const list = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'clients', 'organizations-503.csv')
const inHealthCare = 59
const passphrase = 'correct horse battery'
const envelope = 'a box between two practices'
const view = 'Health Care, no owner'

describe('the book of a practice', { timeout: 240_000 }, () => {
  const journey = setJourney()

  test('[WIN-23] 503 organizations: mapped, viewed, owned, exported, archived, deleted, handed over and taken over', async (context) => {
    if (!existsSync(list)) return context.skip('the list of organizations is not here')
    const here = await journey.open()
    const { page } = here
    await start(page, 'Harbor Security')
    await bringIn(page)
    await saveView(page)
    const owned = await giveOwner(here)
    expect(owned).toHaveLength(inHealthCare)
    await archiveThree(page)

    await openPanel(page, 'Abbott Laboratories')
    await leaveFor(page, 'Delete…')
    await page.getByLabel('Type Abbott Laboratories to confirm').fill('Abbott Laboratories')
    await page.getByRole('button', { name: 'Delete client' }).click()
    await page.getByText('Abbott Laboratories is deleted for good.').waitFor()

    const box = await mkdtemp(join(tmpdir(), 'journey-box-'))
    onTestFinished(() => rm(box, { recursive: true, force: true }))
    const file = join(box, 'client.securatlas')
    await handOver(page, 'AbbVie', file)
    expect(here.troubles).toEqual([])
    await here.quit()
    expect(await examine(journey.dataDir(), passphrase)).toMatchObject({ clean: true, problems: [] })

    const there = await journey.openElsewhere()
    await start(there.page, 'Tide Consulting')
    await takeOver(there.page, file)
    await there.page.getByRole('heading', { name: 'AbbVie', level: 1 }).waitFor()
    await there.page.getByText('North Chicago, Illinois').first().waitFor()
    expect(there.troubles).toEqual([])
    await there.quit()
    expect(await examine(there.dataDir, passphrase)).toMatchObject({ clean: true, problems: [] })
  })
})

const start = async (page: Page, name: string): Promise<void> => {
  await walkFirstRun(page, { mode: 'partner', name, email: 'ops@harbor.example', passphrase })
  await page.getByRole('radio', { name: 'Later' }).check()
  await page.getByRole('button', { name: 'Open the practice' }).click()
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
  await toClients(page)
}

const toClients = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: 'Navigation' })
    .getByRole('link', { name: /^Clients/ })
    .click()
  await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
}

const columns = [
  ['Symbol', 'External id'],
  ['Security', 'Client name'],
  ['GICS Sector', 'Industry'],
  ['GICS Sub-Industry', 'Sub-industry'],
  ['Headquarters Location', 'Location'],
] as const

const bringIn = async (page: Page): Promise<void> => {
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click()
  await page.locator('input[type=file]').setInputFiles(list)
  for (const [column, field] of columns) {
    await page.getByRole('combobox', { name: `Field for ${column}` }).click()
    await page.getByRole('option', { name: field, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Add 503 clients' }).click()
  await page.getByRole('heading', { name: '503 clients added' }).waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Show clients' }).click()
  await page.getByRole('row').filter({ hasText: '3M' }).waitFor()
}

const saveView = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('combobox', { name: 'Industry' }).click()
  await page.getByRole('option', { name: /^Health Care/ }).click()
  await page.getByRole('combobox', { name: 'Owner' }).click()
  await page.getByRole('option', { name: 'No owner' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Save what is shown as a view' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill(view)
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: view, selected: true }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected clients' })

/** The names in the file that is exported while everybody of the view is selected. */
const giveOwner = async ({ page, textSavedBy }: JourneyApp): Promise<readonly string[]> => {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ControlOrMeta+A')
  await bar(page)
    .getByText(`${String(inHealthCare)} selected`)
    .waitFor()
  const csv = await textSavedBy(async () => {
    await bar(page).getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'As CSV' }).click()
  })
  await bar(page).getByRole('button', { name: 'Assign owner' }).click()
  await page.getByRole('menuitem').first().click()
  await page.getByText(`Owner set for ${String(inHealthCare)} clients`).waitFor()
  await page.getByText('No client matches these filters.').waitFor()
  return csv.trim().split('\r\n').slice(1)
}

const archiveThree = async (page: Page): Promise<void> => {
  await page.getByRole('tab', { name: /^All clients/ }).click()
  for (const name of ['3M', 'A. O. Smith', 'Accenture']) {
    await page.getByRole('row').filter({ hasText: name }).first().getByRole('checkbox').click()
  }
  await bar(page).getByRole('button', { name: 'Archive' }).click()
  const toast = page.getByRole('status').filter({ hasText: '3 clients archived' })
  await toast.waitFor()
  await page.getByRole('row').filter({ hasText: 'A. O. Smith' }).waitFor({ state: 'detached' })
  expect(await page.getByText('Changing clients: done').count()).toBe(0)
  await toast.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('row').filter({ hasText: 'A. O. Smith' }).waitFor()
}

const openPanel = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('searchbox', { name: 'Search clients' }).fill(name)
  await page.getByRole('row').filter({ hasText: name }).first().getByText(name, { exact: true }).click()
  await page.getByRole('button', { name: 'More', exact: true }).waitFor()
}

const leaveFor = async (page: Page, action: 'Delete…' | 'Hand over…'): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: action }).click()
  await page.getByRole('dialog').waitFor()
}

const handOver = async (page: Page, name: string, file: string): Promise<void> => {
  await toClients(page)
  await openPanel(page, name)
  await leaveFor(page, 'Hand over…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase of the file').fill(envelope)
  await dialog.getByLabel('Passphrase again').fill(envelope)
  await dialog.getByLabel('Save as').fill(file)
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click()
  await dialog.getByText('checked after it was written').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

const takeOver = async (page: Page, file: string): Promise<void> => {
  await page.getByRole('button', { name: 'Take over a client…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('File', { exact: true }).fill(file)
  await dialog.getByLabel('Passphrase of the file').fill(envelope)
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await page.getByText('AbbVie is taken over from Harbor Security.').waitFor()
}
