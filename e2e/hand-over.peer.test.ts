/** A client goes from one practice to another on the real page, and leaves the first one for good. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBarriers } from './find-barriers.ts'
import { addClient, makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'
import { walkFirstRun } from './walk-first-run.ts'

const envelope = 'a box between two practices'

const pictures = process.env['HAND_OVER_PICTURES']
const look = async (page: Page, name: string): Promise<void> => {
  expect(await findBarriers(page)).toEqual([])
  await keepPicture(page, name)
}
const keepPicture = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) })
}

const openSettings = async (page: Page, address: string, name: string): Promise<void> => {
  await page.goto(`${new URL(address).origin}/#/clients`)
  await page.getByText(name, { exact: true }).first().click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Clone…' }).waitFor()
  await keepPicture(page, 'panel-menu')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open client' }).last().click()
  await page.getByRole('link', { name: 'Activity' }).waitFor()
  await page.getByRole('link', { name: 'Settings' }).first().click()
  await page.getByRole('heading', { name: 'Hand over' }).waitFor()
}

const handOver = async (page: Page, path: string): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase of the file').fill(envelope)
  await dialog.getByLabel('Passphrase again').fill(envelope)
  await dialog.getByLabel('Save as').fill(path)
  await look(page, 'hand-over')
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click()
}

describe('a client goes to another practice', { timeout: 180_000 }, () => {
  const stage = setStage()

  test('[HAND-40] hand over, delete for good, and take over in the first run of another practice', async () => {
    await makeSample(stage.dataDir(), 4)
    await addClient(stage.dataDir(), 'Quayside Trust')
    const other = await mkdtemp(join(tmpdir(), 'journey-other-'))
    onTestFinished(() => rm(other, { recursive: true, force: true }))
    const file = join(other, 'quayside.securatlas')

    const program = await stage.start({ passphrase: samplePassphrase })
    const { page, troubles } = await stage.open(program)
    await openSettings(page, program.address, 'Quayside Trust')
    await look(page, 'settings')
    await page.getByRole('button', { name: 'Delete…' }).click()
    await page.getByRole('button', { name: 'Hand over instead…' }).click()
    await handOver(page, file)
    await page.getByText('checked after it was written').waitFor()
    await look(page, 'handed-over')
    await page.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('button', { name: 'Hand over…' }).click()
    await handOver(page, file)
    await page.getByText('There is a file').waitFor()
    await look(page, 'hand-over-refused')
    await page.getByRole('button', { name: 'Replace the file' }).click()
    await page.getByText('checked after it was written').waitFor()
    await page.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('button', { name: 'Delete…' }).click()
    const confirm = page.getByRole('button', { name: 'Delete client' })
    expect(await confirm.isDisabled()).toBe(true)
    await look(page, 'delete')
    await page.getByLabel('Type Quayside Trust to confirm').fill('Quayside Trust')
    await confirm.click()
    await page.getByText('Quayside Trust is deleted for good.').waitFor()
    await page.getByRole('heading', { name: 'Clients' }).waitFor()
    expect(troubles).toEqual([])

    const second = await stage.start({ dataDir: join(other, 'data') })
    const there = await stage.open(second)
    const practice = {
      mode: 'partner',
      name: 'Tide Consulting',
      email: 'a@tide.example',
      passphrase: 'tide and ebb',
    } as const
    await walkFirstRun(there.page, practice)
    await there.page.getByRole('radio', { name: 'Take over a client' }).check()
    await look(there.page, 'first-run-choice')
    await there.page.getByRole('button', { name: 'Continue' }).click()
    await there.page.getByLabel('File', { exact: true }).fill(file)
    await there.page.getByLabel('Passphrase of the file').fill('not this one')
    await there.page.getByRole('button', { name: 'Take over' }).click()
    await there.page.getByText('This passphrase does not open the file.').waitFor()
    await look(there.page, 'first-run-take-over')
    await there.page.getByLabel('Passphrase of the file').fill(envelope)
    await there.page.getByRole('button', { name: 'Take over' }).click()
    await there.page.getByRole('heading', { name: 'Dashboard' }).waitFor()
    await there.page.goto(`${new URL(second.address).origin}/#/clients`)
    await there.page.getByText('Quayside Trust').first().waitFor()

    await there.page.getByRole('button', { name: 'More ways to add a client' }).click()
    await there.page.getByRole('menuitem', { name: 'Take over a client…' }).click()
    await there.page.getByLabel('File', { exact: true }).fill(file)
    await there.page.getByLabel('Passphrase of the file').fill(envelope)
    await there.page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
    await there.page.getByText('This client is already here: Quayside Trust.').waitFor()
    await look(there.page, 'take-over-twice')
    expect(there.troubles).toEqual([])
  })
})
