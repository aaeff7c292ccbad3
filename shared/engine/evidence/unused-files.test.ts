import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AddReport } from '#api/evidence.ts'
import { jobEnd } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { fakeClock } from '#testing/fake-clock.ts'
import { makeAccount, openTestAccount } from '#testing/open-test-account.ts'
import { quickFolder } from '#testing/temporary-folder.ts'

const prepare = async () => {
  const made = await makeAccount(1)
  const clock = fakeClock()
  const opened = await openTestAccount({ ...made, ports: { ...made.ports, clock } })
  const path = join(quickFolder(), 'a.bin')
  writeFileSync(path, randomBytes(600_000))
  const doctor = async () => (await jobEnd(opened.account, opened.account.startDoctor().jobId)).result
  return { ...opened, clock, path, clientId: made.ids[0] ?? '', doctor }
}

test('[EVID-37] bytes whose record was never written go with a look of the doctor an hour later', async () => {
  const { evidence, clientId, path, clock, doctor } = await prepare()
  expectOk(await evidence.add(clientId, path))
  expect(await doctor()).toMatchObject({ clean: true })
  expect(expectOk(evidence.list(clientId))).toHaveLength(1)
  clock.advance(2 * 3_600_000)
  expect(await doctor()).toMatchObject({ clean: true, problems: [] })
  expect(expectOk(evidence.list(clientId))).toEqual([])
})

test('[EVID-37] bytes of evidence stay however old they are, also of what lies in the trash', async () => {
  const { account, evidence, clientId, path, clock, doctor } = await prepare()
  const job = await jobEnd(account, expectOk(account.evidence.add(clientId, { files: [{ path }] })).jobId)
  const id = (job.result as AddReport).added[0]?.id ?? ''
  expectOk(await account.clients.edit(clientId, 'record.delete', { entity: 'evidence', id }))
  clock.advance(10 * 86_400_000)
  expect(await doctor()).toMatchObject({ clean: true, problems: [] })
  expect(expectOk(evidence.list(clientId))).toHaveLength(1)
})
