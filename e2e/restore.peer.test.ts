/** A backup comes back in the first run of an empty data folder. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { addClient, examine, makeBackup, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const pictures = process.env['RESTORE_PICTURES']
const look = async (page: Page, name: string): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findBarriers(page)).toEqual([])
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) })
  }
}

describe('a backup in the first run', { timeout: 180_000 }, () => {
  const stage = setStage()

  const makeShelf = async (): Promise<{ readonly shelf: string; readonly backup: string }> => {
    const shelf = await mkdtemp(join(tmpdir(), 'shelf-'))
    onTestFinished(() => rm(shelf, { recursive: true, force: true }))
    const practice = join(shelf, 'practice')
    await makeSample(practice, 2)
    await addClient(practice, 'Quayside Trust')
    const backup = join(shelf, 'practice.securatlas-backup')
    await makeBackup(practice, backup)
    return { shelf, backup }
  }

  const restore = async (page: Page, path: string, passphrase = samplePassphrase): Promise<void> => {
    await page.getByLabel('Backup file').fill(path)
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase)
    await page.keyboard.press('Enter')
  }

  test('[FIRST-11] what is no sound backup is told in words, and a sound one comes back and opens', async () => {
    const { shelf, backup } = await makeShelf()
    const { page, troubles } = await stage.open(await stage.start())
    await page.getByRole('button', { name: 'Restore a backup' }).press('Enter')
    await page.getByRole('heading', { name: 'Restore a backup', level: 1 }).waitFor()
    await page.getByLabel('Backup file').press('Enter')
    await page.getByText('Enter the path of the backup').waitFor()
    await page.getByText('Enter the passphrase').waitFor()
    await look(page, 'missing')

    const foreign = join(shelf, 'foreign')
    await writeFile(foreign, 'a letter')
    await restore(page, foreign)
    await page.getByText('This file is not a SecurAtlas backup').waitFor()
    const bytes = await readFile(backup)
    await writeFile(join(shelf, 'newer'), bytes.toString('latin1').replace('"version":1', '"version":9'), 'latin1')
    await restore(page, join(shelf, 'newer'))
    await page.getByText('made by a newer version').waitFor()
    await writeFile(join(shelf, 'cut'), bytes.subarray(0, bytes.length - 5_000))
    await restore(page, join(shelf, 'cut'))
    await page.getByText('This backup is damaged').waitFor()
    await restore(page, join(shelf, 'nowhere'))
    await page.getByText(/There is no file .*nowhere/).waitFor()
    await restore(page, backup, 'another one entirely')
    await page
      .getByText(/passphrase .*(wrong|not)/i)
      .first()
      .waitFor()
    await look(page, 'refused')

    await restore(page, backup)
    await page.getByRole('heading', { name: 'The backup is restored' }).waitFor()
    expect(await page.locator('dl').innerText()).toContain('3')
    await look(page, 'restored')
    await page.getByRole('button', { name: 'Open the practice' }).press('Enter')
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: /^Clients/ })
      .click()
    await page.getByRole('row').filter({ hasText: 'Quayside Trust' }).waitFor()
    expect(troubles).toEqual([])
  })

  test('[FIRST-11] what came back is clean for the doctor', async () => {
    const { backup } = await makeShelf()
    const program = await stage.start()
    const { page } = await stage.open(program)
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await restore(page, backup)
    await page.getByRole('heading', { name: 'The backup is restored' }).waitFor()
    await page.close()
    await program.stop()
    expect(await examine(stage.dataDir())).toMatchObject({ clean: true })
  })
})
