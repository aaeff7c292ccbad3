import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { confirmRecoveryKey } from '../walk-first-run.ts'
import { endApp, hasKeychain, launchApp, makeHome, type Home, type LaneApp } from './launch-app.ts'

let home: Home
let app: LaneApp

beforeEach(async () => {
  home = await makeHome()
  app = await launchApp(home, 'app')
})
afterEach(async () => {
  await endApp(app)
  await home.remove()
})

/** To where the first run asks how the account opens. */
const walkToProtection = async (): Promise<void> => {
  const { page } = app
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('textbox', { name: 'Practice name' }).fill('Harbor Security')
  await page.getByRole('textbox', { name: 'Contact email' }).fill('ops@harbor.example')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { name: 'Defaults for your clients' }).waitFor()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Encrypt and continue' }).waitFor()
}

describe('the keychain in the product', () => {
  test('[UNLOCK-6] is offered in the first run, and opens the account in one click after a quit and a start', async ({
    skip,
  }) => {
    if (!hasKeychain) skip('no keychain answers here')
    await walkToProtection()
    await app.page.getByRole('radio', { name: "With this computer's keychain" }).check()
    await app.page.getByRole('button', { name: 'Encrypt and continue' }).click()
    await confirmRecoveryKey(app.page)
    await app.page.getByRole('heading', { name: 'Add your first clients' }).waitFor()
    await app.quit()
    app = await launchApp(home, 'app')
    await app.page.getByRole('button', { name: 'Unlock with the keychain' }).click()
    await app.page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    expect(await app.page.getByLabel('Passphrase', { exact: true }).count()).toBe(0)
  })

  test('[UNLOCK-6] is nowhere where none answers', async ({ skip }) => {
    if (hasKeychain) skip('a keychain answers here')
    await walkToProtection()
    await app.page.getByLabel('Repeat the passphrase').waitFor()
    expect(await app.page.getByText(/keychain/i).count()).toBe(0)
  })
})
