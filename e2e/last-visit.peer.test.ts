/** Back in a client after something happened there: it is told, once. */
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeEmptyPractice, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

describe('a client that one comes back to', { timeout: 90_000 }, () => {
  const stage = setStage()

  test('[VISIT-2] tells on its overview what was set meanwhile, and not what was seen as it happened', async () => {
    await makeEmptyPractice(stage.dataDir(), 'Harbor Security')
    await addClient(stage.dataDir(), 'Quayside Trust')
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    const news = page.getByRole('heading', { name: 'Changed since your last visit' })
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openClient(page, 'Quayside Trust')
    await page.getByRole('heading', { name: 'Latest changes' }).waitFor()
    expect(await news.count()).toBe(0)
    await page.getByRole('button', { name: 'Edit profile' }).click()
    const industry = page.getByRole('textbox', { name: 'Industry', exact: true })
    await industry.fill('Shipping')
    await industry.press('Enter')
    await page.getByText('Saved on this device', { exact: true }).waitFor()

    await page.goto(`${new URL(program.address).origin}/#/clients`)
    await page.getByRole('row').filter({ hasText: 'Quayside Trust' }).getByRole('checkbox').click()
    const bar = page.getByRole('toolbar', { name: 'Selected clients' })
    await bar.getByRole('button', { name: 'Tags' }).click()
    await page.getByRole('combobox', { name: 'Tag' }).fill('met in May')
    await page.getByRole('button', { name: 'Add tag' }).click()
    await page.getByText('“met in May” added to 1 client').waitFor()

    await openClient(page, 'Quayside Trust')
    await news.waitFor()
    const section = page.locator('section').filter({ has: news })
    await section.getByText('met in May').waitFor()
    expect(await section.getByText('Shipping').count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await page.goto(`${new URL(program.address).origin}/#/clients`)
    await page.getByRole('heading', { name: 'Clients', level: 1 }).waitFor()
    await openClient(page, 'Quayside Trust')
    await page.getByText('met in May').first().waitFor()
    expect(await news.count()).toBe(0)
    expect([...troubles]).toEqual([])
  })
})
