/** A data folder that cannot be written, and a client whose file is of a newer version, as a person meets them. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { accountPaths, tenantKeyName } from '#engine/data-dir/data-dir-paths.ts'
import { openEncryptedDatabase } from '#engine/sqlite/open-encrypted-database.ts'
import { testPassphrase } from '#testing/create-test-engine.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { canMount, smallDisk } from '#testing/small-disk.ts'
import { describe, expect, test } from 'vitest'
import { openClient } from './by-palette.ts'
import { findBarriers } from './find-barriers.ts'
import { makeSample, samplePassphrase } from './make-sample.ts'
import { setStage } from './set-stage.ts'

describe('trouble with the folder', { timeout: 120_000 }, () => {
  const stage = setStage()

  test.skipIf(!canMount)(
    '[TROUBLE-12] a folder that cannot be written is refused in words at the lock and where it is chosen, and opens once it can be',
    async () => {
      const disk = smallDisk('24m')
      await makeSample(disk.folder, 1)
      const remount = (mode: 'ro' | 'rw') => execFileSync('mount', ['-o', `remount,${mode}`, disk.folder])
      remount('ro')
      const { page } = await stage.open(await stage.start({ dataDir: disk.folder }))
      await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
      await page.keyboard.press('Enter')
      await page.getByText('the data folder cannot be written').waitFor()
      expect(await findBarriers(page)).toEqual([])

      const other = await stage.open(await stage.start({ home: join(stage.dataDir(), 'home') }))
      await other.page.getByRole('button', { name: 'Open an existing data folder' }).click()
      await other.page.getByRole('textbox', { name: 'Folder' }).fill(disk.folder)
      await other.page.getByRole('button', { name: 'Look into it' }).click()
      await other.page.getByText(/The folder .* cannot be written/).waitFor()
      expect(await findBarriers(other.page)).toEqual([])

      remount('rw')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    },
  )

  test('[TROUBLE-13] a client of a newer version stays closed and says to update; the others open', async () => {
    const made = await makeAccount(3)
    const [newer = ''] = made.ids
    const opened = await openTestAccount(made)
    const [key] = opened.keyring.keysOf(tenantKeyName(newer))
    const path = join(accountPaths(made.dataDir, made.accountId).tenants, `${newer}.sqlite`)
    const database = openEncryptedDatabase({ path, key: Buffer.from(key ?? []), mustExist: true })
    database.pragma('user_version = 99')
    database.close()
    await opened.close()

    const program = await stage.start({ dataDir: made.dataDir, passphrase: testPassphrase })
    const { page } = await stage.open(program)
    await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor()
    await openClient(page, 'Client 0000')
    await page.getByText('Update the app to open it.').first().waitFor()
    expect(await page.getByRole('button', { name: 'Edit profile' }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await openClient(page, 'Client 0001')
    await page.getByRole('button', { name: 'Edit profile' }).waitFor()
  })
})
