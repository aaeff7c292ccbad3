/** Backups at the screen: made, by themselves, checked, and what is told when one cannot be made. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const pictures = process.env['BACKUP_PICTURES']
const look = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findBarriers(page)).toEqual([])
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
  }
}

describe('backups', { timeout: 120_000 }, () => {
  const stage = setStage()

  const openBackups = async () => {
    await makeSample(stage.dataDir(), 3)
    await addClient(stage.dataDir(), 'Quayside Trust')
    const window = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    const { page } = window
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Backups', { exact: true }).click()
    const shelf = mkdtempSync(join(tmpdir(), 'shelf-'))
    onTestFinished(() => rmSync(shelf, { recursive: true, force: true }))
    return { ...window, shelf }
  }

  test('[BACK-60] a backup is made, checked and scheduled, and everything is exported after a question', async () => {
    const { page, shelf } = await openBackups()
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('Name a folder', { exact: true }).waitFor()
    await page.getByLabel('Folder').fill(shelf)
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('The backup is made: 4 clients').waitFor()
    await page.getByText('Daily', { exact: true }).click()
    await page.getByText(`Into ${shelf}.`).waitFor()
    await page.getByText('by itself', { exact: false }).last().waitFor()
    await page
      .getByRole('button', { name: /^Check the backup of/ })
      .last()
      .click()
    await page.getByText('is whole: every byte is as it was written').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByLabel('File').fill(join(shelf, 'all.zip'))
    await page.getByRole('button', { name: 'Export everything…' }).click()
    expect(await page.getByRole('dialog').innerText()).toContain('not encrypted')
    await page.getByRole('button', { name: 'Export without encryption' }).click()
    await page.getByText('Everything is exported: 4 clients').waitFor()
    expect(readdirSync(shelf)).toContain('all.zip')
  })

  test('[BACK-60] a folder that is not there is told in words, and no schedule begins', async () => {
    const { page, shelf } = await openBackups()
    rmSync(shelf, { recursive: true })
    await page.getByLabel('Folder').fill(shelf)
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('is not there').waitFor()
    expect(await page.getByText('Backup failed').count()).toBe(0)
    await page.getByText('Weekly', { exact: true }).click()
    expect(await page.getByRole('alert').allInnerTexts()).not.toEqual([])
  })

  const makeOne = async (page: Page, shelf: string): Promise<void> => {
    await page.getByLabel('Folder').fill(shelf)
    await page.getByRole('button', { name: 'Back up now' }).click()
    await page.getByText('The backup is made: 4 clients').waitFor()
  }
  const choose = async (page: Page, action: string): Promise<void> => {
    await page.getByRole('button', { name: /^More for the backup of/ }).press('Enter')
    await page.getByRole('menuitem', { name: action }).press('Enter')
  }
  const openClient = async (page: Page): Promise<void> => {
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /^Clients/ })
      .click()
    await page.getByText('Quayside Trust', { exact: true }).first().click()
    await page.getByRole('button', { name: 'More', exact: true }).waitFor()
  }

  test('[BACK-62] a restore is rehearsed under the passphrase, and nothing of it stays', async () => {
    const { page, shelf } = await openBackups()
    await makeOne(page, shelf)
    await choose(page, 'Rehearse a restore…')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Rehearse' }).click()
    await dialog.getByText('Enter the passphrase').waitFor()
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill('another one entirely')
    await page.keyboard.press('Enter')
    await dialog.getByText('The passphrase is wrong').waitFor()
    await look(page, 'drill-refused')
    await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(samplePassphrase)
    await page.keyboard.press('Enter')
    await dialog.getByText('Everything came back: 4 clients').waitFor()
    await dialog.getByText('The doctor found nothing wrong.').waitFor()
    await look(page, 'drill')
    expect(readdirSync(stage.dataDir()).filter((name) => name.startsWith('drill'))).toEqual([])
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('[BACK-63] [BACK-65] one client is put back after a question, the delete names the backup, and from there the client comes back', async () => {
    const { page, shelf } = await openBackups()
    await makeOne(page, shelf)
    const [file] = readdirSync(shelf)
    await choose(page, 'Restore one client…')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Restore' }).click()
    await dialog.getByText('Enter the name of the client').waitFor()
    await dialog.getByLabel('Client', { exact: true }).fill('Nobody at all')
    await page.keyboard.press('Enter')
    await dialog.getByText('does not hold that client').waitFor()
    await dialog.getByLabel('Client', { exact: true }).fill('Quayside Trust')
    await page.keyboard.press('Enter')
    await dialog.getByText('The file of Quayside Trust is in order').waitFor()
    await look(page, 'client-question')
    await dialog.getByRole('button', { name: 'Replace with the backup' }).click()
    await dialog.getByText('Quayside Trust is back as it was on').waitFor()
    await dialog.getByText('The file that was here is kept in').waitFor()
    await look(page, 'client-back')
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()

    await openClient(page)
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Delete…' }).click()
    await dialog.getByText('1 backup of this device still holds it').waitFor()
    expect(await dialog.innerText()).toContain(file)
    await look(page, 'delete')
    await dialog.getByLabel('Type Quayside Trust to confirm').fill('Quayside Trust')
    await dialog.getByRole('button', { name: 'Delete client' }).click()
    await page.getByText('Quayside Trust is deleted for good.').waitFor()

    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByText('Backups', { exact: true }).click()
    await choose(page, 'Restore one client…')
    await dialog.getByLabel('Client', { exact: true }).fill('Quayside Trust')
    await page.keyboard.press('Enter')
    await dialog.getByText('Quayside Trust was deleted for good').waitFor()
    await dialog.getByRole('button', { name: 'Bring it back' }).click()
    await dialog.getByText('Quayside Trust is back as it was on').waitFor()
    await dialog.getByRole('button', { name: 'Close', exact: true }).click()
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /^Clients/ })
      .click()
    await page.getByRole('row').filter({ hasText: 'Quayside Trust' }).waitFor()
  })

  test('[BACK-64] the number of scheduled backups that stay is chosen, and kept', async () => {
    const { page, shelf } = await openBackups()
    await makeOne(page, shelf)
    await page.getByText('Daily', { exact: true }).click()
    const field = page.getByLabel('How many stay')
    await field.fill('0')
    await page.getByText('Use a number from 1 to 365').waitFor()
    await field.fill('3')
    await field.press('Enter')
    await look(page, 'schedule')
    await page.reload()
    await page.getByText('Backups', { exact: true }).click()
    await expect.poll(() => page.getByLabel('How many stay').inputValue()).toBe('3')
  })
})
