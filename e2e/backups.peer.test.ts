/** Backups at the screen: made, by themselves, checked, and what is told when one cannot be made. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

describe('backups', { timeout: 120_000 }, () => {
  const stage = setStage()

  const openBackups = async () => {
    await makeSample(stage.dataDir(), 3)
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
    await page.getByText('The backup is made: 3 clients').waitFor()
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
    await page.getByText('Everything is exported: 3 clients').waitFor()
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
})
