import { expect, test } from 'vitest'
import { jobEnd, startEngine, testPassphrase } from '#testing/create-test-engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { quickFolder } from '#testing/temporary-folder.ts'
import { inputIssues } from '#domain/input-issues.ts'
import { getMutation } from '#domain/mutations/mutation-registry.ts'
import { sampleClient } from './sample-clients.ts'
import { createSeededRandom } from './seeded-random.ts'

const owners = [{ id: '00000000-0000-7000-8000-000000000001' }]
const namesOf = (seed: number, count: number): readonly unknown[] =>
  Array.from({ length: count }, (_, index) => {
    const [created] = sampleClient(seed, index, { light: true, owners }).edits
    return (created?.input as { readonly name: string } | undefined)?.name
  })

test('[STORE-80] the same seed invents the same clients, another seed others', () => {
  const invent = (seed: number) =>
    Array.from({ length: 30 }, (_, index) => sampleClient(seed, index, { light: false, owners }))
  expect(invent(1)).toEqual(invent(1))
  expect(invent(1)).not.toEqual(invent(2))
  const ids = [...invent(1), ...invent(2)].map(({ tenantId }) => tenantId)
  expect(new Set(ids).size).toBe(60)
})

test('[STORE-80] names are unique in a practice of 10,000', () => {
  expect(new Set(namesOf(1, 10_000)).size).toBe(10_000)
})

test('[STORE-80] everything that is invented is acceptable input', () => {
  for (let index = 0; index < 300; index++) {
    for (const { mutation, input } of sampleClient(5, index, { light: false, owners }).edits) {
      const parsed = getMutation(mutation).input.safeParse(input)
      expect(parsed.success ? [] : inputIssues(parsed.error.issues)).toEqual([])
    }
  }
})

test('[STORE-80] a sample practice is an account of its own, with members, contacts and tags, and passes the doctor', async () => {
  const engine = await startEngine(quickFolder())
  const create = async (seed: number, light: boolean) => {
    const created = expectOk(await engine.createSample({ clients: 12, seed, light, passphrase: testPassphrase }))
    const account = engine.findAccount(created.accountId)
    if (account === undefined) throw new Error('the sample is not open')
    expect(await jobEnd(account, created.job.jobId)).toMatchObject({ state: 'done', result: { clients: 12 }, done: 12 })
    expect((await jobEnd(account, account.startDoctor().jobId)).result).toMatchObject({ clean: true, files: 13 })
    return account
  }
  const [full, light] = [await create(3, false), await create(3, true)]
  const roles = full.listMembers().map(({ role }) => String(role))
  expect(roles.toSorted()).toEqual(['admin', 'consultant', 'consultant', 'owner', 'viewer'])
  expect(light.listMembers()).toHaveLength(1)
  const rows = full.clients.list({ sort: [{ by: 'id', direction: 'asc' }] }).items
  expect(rows.map(({ id, name }) => [id, name])).toEqual(
    light.clients.list({ sort: [{ by: 'id', direction: 'asc' }] }).items.map(({ id, name }) => [id, name]),
  )
  expect(rows.flatMap(({ tags }) => tags).length).toBeGreaterThan(5)
  const { all, ...counts } = full.evidence.counts()
  expect(all).toBeGreaterThan(12 * 3)
  expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([])
  expect(light.evidence.counts().all).toBe(0)
  const previews = rows.flatMap(({ id }) =>
    expectOk(full.evidence.list(id, {})).items.map((item) => full.evidence.preview(id, { evidenceId: item.id })),
  )
  const kinds = (await Promise.all(previews)).map((preview) => expectOk(preview).kind)
  expect([...new Set(kinds)].toSorted()).toEqual(['image', 'pdf', 'table', 'text'])
  expect(rows.every(({ id }) => expectOk(full.clients.listContacts(id)).length > 0)).toBe(true)
})

test('[STORE-80] the seeded generator spreads evenly and stays in its bounds', () => {
  const random = createSeededRandom(9)
  const draws = Array.from({ length: 10_000 }, () => random.next())
  expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...draws)).toBeLessThan(1)
  expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1)
  expect(() => random.pick([])).toThrow('nothing to pick from')
})
