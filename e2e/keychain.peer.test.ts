/** The keychain of the computer, where the host offers one: chosen in the first run, one click at the lock, a switch in the settings. */
import type { Page } from '@playwright/test'
import { memoryKeychain } from '#testing/keyring-account.ts'
import { describe, expect, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { makePractice, serveHere } from './serve-here.ts'
import { setStage } from './set-stage.ts'
import { confirmRecoveryKey } from './walk-first-run.ts'

const passphrase = 'correct horse battery'
const dashboard = (page: Page): Promise<void> => page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()

const lock = async (page: Page): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+L')
  await page.getByRole('heading', { name: 'Unlock SecurAtlas' }).waitFor()
}

const openSecurity = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('tab', { name: 'Security' }).click()
}

describe('the keychain', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[UNLOCK-6] chosen in the first run, it opens the account in one click; a passphrase can be set later and the keychain turned off', async () => {
    const here = await serveHere(stage.dataDir(), memoryKeychain('GNOME Keyring'))
    const { page, troubles } = await stage.open(here)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox', { name: 'Practice name' }).fill('Harbor Security')
    await page.getByRole('textbox', { name: 'Contact email' }).fill('ops@harbor.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Defaults for your clients' }).waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('radio', { name: "With this computer's keychain" }).check()
    expect(await page.getByLabel('Repeat the passphrase').count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: 'Encrypt and continue' }).click()
    await confirmRecoveryKey(page)
    await page.getByRole('radio', { name: 'Later' }).check()
    await page.getByRole('button', { name: 'Open the practice' }).click()
    await dashboard(page)

    await lock(page)
    expect(await page.getByLabel('Passphrase', { exact: true }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dashboard(page)

    await openSecurity(page)
    const keychain = page.getByRole('switch', { name: 'Unlock with the keychain' })
    expect(await keychain.isDisabled()).toBe(true)
    await page.getByLabel('New passphrase', { exact: true }).fill(passphrase)
    await page.getByLabel('Repeat the new passphrase').fill(passphrase)
    await page.getByRole('button', { name: 'Set a passphrase' }).click()
    await page.getByText('The passphrase is set.').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await keychain.click()
    await page.getByRole('switch', { name: 'Unlock with the keychain', checked: false }).waitFor()
    await lock(page)
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    expect(troubles).toEqual([])
  })

  test('[UNLOCK-6] where the host has none, it is nowhere', async () => {
    const here = await serveHere(stage.dataDir())
    await makePractice(here.engine(), passphrase, 'Pentair')
    const { page } = await stage.open(here)
    await dashboard(page)
    await openSecurity(page)
    await page.getByRole('button', { name: 'Change passphrase' }).waitFor()
    expect(await page.getByText(/keychain/i).count()).toBe(0)
    await lock(page)
    expect(await page.getByText(/keychain/i).count()).toBe(0)
    await page.getByRole('button', { name: 'Create another account' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('textbox', { name: 'Practice name' }).fill('Harbor Security')
    await page.getByRole('textbox', { name: 'Contact email' }).fill('ops@harbor.example')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('heading', { name: 'Defaults for your clients' }).waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Repeat the passphrase').waitFor()
    expect(await page.getByText(/keychain/i).count()).toBe(0)
  })
})
