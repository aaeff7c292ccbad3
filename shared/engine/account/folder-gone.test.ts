import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addClient, createTestEngine } from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { temporaryFolder } from '#testing/temporary-folder.ts'

test('[TROUBLE-8] an edit in a folder that is gone is refused, and taken when the folder is back', async () => {
  const dataDir = join(temporaryFolder(), 'data')
  const { account } = await createTestEngine({ dataDir })
  const { id } = await addClient(account, 'Pentair')
  const editBoth = async (industry: string) => [
    await account.clients.edit(id, 'client.update', { industry }),
    await account.editPractice('practice.update', { name: industry }),
  ]
  for (const answer of await editBoth('before')) expectOk(answer)
  renameSync(dataDir, `${dataDir}-moved`)
  for (const answer of await editBoth('gone')) expect(expectError(answer)).toEqual({ type: 'FileGone' })
  renameSync(`${dataDir}-moved`, dataDir)
  for (const answer of await editBoth('after')) expectOk(answer)
  expect(expectOk(account.clients.getProfile(id)).industry).toBe('after')
  expect(account.practice().name).toBe('after')
})
