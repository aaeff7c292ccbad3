/** The way through the first run by keyboard alone. */
import type { Page } from '@playwright/test'
import { pressOn, tabTo, typeInto } from './by-keyboard.ts'

export type NewPractice = {
  readonly mode: 'partner' | 'solo'
  readonly name: string
  readonly email: string
  readonly passphrase: string
}

/** Ends where the recovery key was shown and has been entered again. `look` is called on every screen. */
export const walkFirstRun = async (
  page: Page,
  { mode, name, email, passphrase }: NewPractice,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await page.getByRole('heading', { name: 'How will you use SecurAtlas?' }).waitFor()
  await tabTo(page, page.getByRole('radio', { name: 'For many clients' }))
  if (mode === 'solo') await page.keyboard.press('ArrowDown')
  await look()
  await pressOn(page, page.getByRole('button', { name: 'Continue' }))

  const nameLabel = mode === 'solo' ? 'Organization name' : 'Practice name'
  await typeInto(page, page.getByRole('textbox', { name: nameLabel }), name)
  await typeInto(page, page.getByRole('textbox', { name: 'Contact email' }), email)
  await look()
  await pressOn(page, page.getByRole('button', { name: 'Continue' }))

  if (mode === 'partner') {
    await page.getByRole('heading', { name: 'Defaults for your clients' }).waitFor()
    await look()
    await pressOn(page, page.getByRole('button', { name: 'Continue' }))
  }

  await typeInto(page, page.getByLabel('Passphrase', { exact: true }), passphrase)
  await typeInto(page, page.getByLabel('Repeat the passphrase'), passphrase)
  await look()
  await pressOn(page, page.getByRole('button', { name: 'Encrypt and continue' }))

  await confirmRecoveryKey(page, look)
}

/** From where the recovery key is shown. */
export const confirmRecoveryKey = async (
  page: Page,
  look: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const groups = await readRecoveryKey(page)
  await look()
  await pressOn(page, page.getByRole('button', { name: 'I have kept it' }))
  await enterGroups(page, groups)
  await look()
  await pressOn(page, page.getByRole('button', { name: 'Continue' }))
}

const readRecoveryKey = async (page: Page): Promise<readonly string[]> => {
  const key = page.getByLabel('Recovery key')
  await key.waitFor()
  return (await key.innerText()).match(/\b[0-9A-Z]{5}\b/g) ?? []
}

/** Two of the nine, which differ from run to run. */
const enterGroups = async (page: Page, groups: readonly string[]): Promise<void> => {
  const fields = page.getByRole('textbox', { name: /^Group \d$/ })
  await fields.first().waitFor()
  for (const [index, group] of groups.entries()) {
    const field = page.getByRole('textbox', { name: `Group ${String(index + 1)}`, exact: true })
    if ((await field.count()) > 0) await typeInto(page, field, group.toLowerCase())
  }
}

export const addByHand = async (page: Page, names: readonly string[]): Promise<void> => {
  await tabTo(page, page.getByRole('radio', { name: 'Type their names' }))
  await pressOn(page, page.getByRole('button', { name: 'Continue' }))
  const field = page.getByRole('textbox', { name: 'Client name' })
  for (const name of names) {
    await typeInto(page, field, name)
    await page.keyboard.press('Enter')
  }
  await page.getByText(`${String(names.length)} clients added`).waitFor()
  await pressOn(page, page.getByRole('button', { name: 'Open the practice' }))
}
