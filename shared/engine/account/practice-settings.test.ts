import { expect, test } from 'vitest'
import {
  createTestEngine,
  addClient,
  jobEnd,
  startEngine,
  testPassphrase,
  practiceInput,
} from '#testing/create-test-engine.ts'
import { expectError, expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { createTestTenant, editOf, tryEdit } from '#testing/test-tenant.ts'

/** One black pixel. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

test('[PRAC-2] the logo is kept with the practice, survives a restart, is replaced, removed and undone', async () => {
  const first = await createTestEngine()
  expect(first.account.practiceLogo()).toBeNull()
  expectOk(await first.account.editPractice('practice.update', { logo: pixel }))
  const { account } = await first.restart()
  expect(account.practiceLogo()).toBe(pixel)
  expect(Object.hasOwn(account.practice(), 'logo')).toBe(false)
  expectOk(await account.editPractice('practice.update', { logo: null }))
  expect(account.practiceLogo()).toBeNull()
  expectOk(await account.undo())
  expect(account.practiceLogo()).toBe(pixel)
  expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true })
})

test('[PRAC-3] defaults are taken, cleared to the standard, and out of range refused', async () => {
  const { account } = await createTestEngine()
  const edit = (input: object) => account.editPractice('practice.update', input)
  expectOk(await edit({ evidenceValidityDays: 180, evidenceWarningDays: 0, reviewCadenceMonths: 6 }))
  expectOk(await edit({ riskAppetite: 'low', toleratedLossPercent: 1.25 }))
  expect(account.practice()).toMatchObject({
    evidenceValidityDays: 180,
    riskAppetite: 'low',
    toleratedLossPercent: 1.25,
  })
  expectOk(await edit({ evidenceValidityDays: null, toleratedLossPercent: null }))
  expect(account.practice()).toMatchObject({ evidenceValidityDays: null, toleratedLossPercent: null })
  const refused = [
    { evidenceValidityDays: 0 },
    { evidenceValidityDays: 3651 },
    { evidenceWarningDays: -1 },
    { reviewCadenceMonths: 0 },
    { reviewCadenceMonths: 61 },
    { riskAppetite: 'critical' },
    { toleratedLossPercent: 100.01 },
    { toleratedLossPercent: 0.125 },
  ]
  for (const input of refused) expect(expectError(await edit(input)).type, JSON.stringify(input)).toBe('InvalidInput')
})

test('[PRAC-3] a practice can be made with its defaults', async () => {
  const engine = await startEngine(quickFolder())
  const practice = { ...practiceInput, riskAppetite: 'high', reviewCadenceMonths: 3 } as const
  const { accountId } = expectOk(await engine.createAccount({ practice, passphrase: testPassphrase }))
  expect(engine.findAccount(accountId)?.practice()).toMatchObject({ riskAppetite: 'high', reviewCadenceMonths: 3 })
})

test('[PRAC-6] the list finds who decides a setting alone, and follows when that ends', async () => {
  const { account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor Foods')
  await addClient(account, 'Ostsee Werft')
  expectOk(await account.clients.edit(id, 'client.update', { evidenceValidityDays: 90 }))
  const differing = () => account.clients.list({ overrides: 'evidenceValidityDays' }).items.map(({ name }) => name)
  await expect.poll(differing).toEqual(['Harbor Foods'])
  expect(account.clients.overrideCounts()).toEqual({ evidenceValidityDays: 1 })
  expectOk(await account.clients.edit(id, 'client.update', { evidenceValidityDays: null }))
  await expect.poll(differing).toEqual([])
  expect(account.clients.overrideCounts()).toEqual({})
})

test('[PRAC-7] a consultant sets everything of a client but how much risk is bearable', async () => {
  const { log } = await createTestTenant()
  const edit = (role: 'admin' | 'consultant' | 'manager', input: object) =>
    tryEdit(log, editOf('client.update', input, role))
  expect(edit('consultant', { evidenceValidityDays: 90, recordsHeld: 5 }).ok).toBe(true)
  expect(edit('admin', { riskAppetite: 'high' }).ok).toBe(true)
  const raising = [{ riskAppetite: 'high' }, { riskAppetite: null }, { toleratedLossPercent: 50, name: 'Harbor' }]
  for (const role of ['consultant', 'manager'] as const)
    for (const input of raising)
      expect(edit(role, input)).toMatchObject({
        ok: false,
        error: { type: 'NotPermitted', what: 'client.setAppetite' },
      })
})

test('[PRAC-8] financial inputs are optional, checked, and in the doctor’s rebuild', async () => {
  const { account } = await createTestEngine()
  const { id } = await addClient(account, 'Harbor Foods')
  const inputs = {
    itRevenuePercent: 62.5,
    recordsHeld: 18_000,
    downtimeHourCost: 420_000,
    insuranceLimit: 200_000_000,
    insuranceRetention: 2_500_000,
    insuranceExpiresOn: '2027-03-31',
  }
  expectOk(await account.clients.edit(id, 'client.update', inputs))
  expect(expectOk(account.clients.getProfile(id))).toMatchObject(inputs)
  for (const input of [
    { itRevenuePercent: 101 },
    { recordsHeld: -1 },
    { insuranceLimit: 0.5 },
    { downtimeHourCost: -1 },
  ])
    expect((await account.clients.edit(id, 'client.update', input)).ok).toBe(false)
  expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true })
})
