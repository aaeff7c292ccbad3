/** The program dies while somebody types. */
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

const client = 'Pentair'
const gone = 'SecurAtlas Desktop has stopped.'

describe('an engine that is gone', { timeout: 120_000 }, () => {
  const stage = setStage()

  test('[WIN-7] in the first run: says so once, what is safe and what to do, and keeps what is typed', async () => {
    const program = await stage.start()
    const { page, troubles } = await stage.open(program)
    await page.getByRole('button', { name: 'Continue' }).click()
    const name = page.getByRole('textbox', { name: 'Practice name' })
    await name.pressSequentially('Harbor ')
    await program.kill()
    await name.pressSequentially('Security')
    await page.getByRole('alert').getByText(gone).waitFor()
    await name.pressSequentially(' Group')
    expect(await name.inputValue()).toBe('Harbor Security Group')
    expect(await page.getByText(gone).count()).toBe(1)
    expect(await page.getByText('then start the program again').isVisible()).toBe(true)
    expect(troubles.filter(isUnexpected)).toEqual([])
  })

  test('[WIN-7] in a record: what was acknowledged is on the disk, what was not stands in its field', async () => {
    await makeSample(stage.dataDir(), 1)
    await addClient(stage.dataDir(), client)
    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openClient(page, client)
    await page.getByRole('button', { name: 'Edit profile' }).click()
    const industry = page.getByRole('textbox', { name: 'Industry', exact: true })
    await industry.fill('Acknowledged')
    await industry.press('Enter')
    await page.getByText('Saved on this device', { exact: true }).waitFor()

    await program.kill()
    await industry.fill('Typed too late')
    await industry.press('Enter')
    await page.getByRole('alert').getByText(gone).waitFor()
    expect(await industry.inputValue()).toBe('Typed too late')
    expect(await page.getByText(gone).count()).toBe(1)
    expect(troubles.filter(isUnexpected)).toEqual([])

    const { page: next } = await stage.open(await stage.start({ passphrase: samplePassphrase }))
    await next.getByRole('navigation', { name: 'Navigation' }).waitFor()
    await openClient(next, client)
    await next.getByText('Acknowledged').first().waitFor()
  })
})

/** The browser itself writes down each try to connect again. */
const isUnexpected = (trouble: string): boolean => !/ERR_CONNECTION_(REFUSED|RESET|CLOSED)/.test(trouble)
