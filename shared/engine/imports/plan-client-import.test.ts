import { describe, expect, it } from 'vitest'

import type { ExistingClient } from './known-clients.ts'
import { planClientImport } from './plan-client-import.ts'
import { tableOf } from './table-fixtures.ts'

const columns = { name: 0, externalId: 1, contactEmail: 2 }

const planOf = async (content: string, existing: readonly ExistingClient[] = []) => {
  const plan = await planClientImport(await tableOf(`Name,Number,Mail\n${content}`), { columns, existing })
  if (!plan.ok) throw new Error('cancelled')
  return plan.value
}

describe('clients that can be taken', () => {
  it('[IMPORT-31] takes every row that reads as a client, with its line', async () => {
    expect(await planOf('Acme,1,\n\nBolt,,b@acme.example\n')).toEqual({
      accepted: [
        { line: 2, draft: { name: 'Acme', externalId: '1' } },
        { line: 4, draft: { name: 'Bolt', contactEmail: 'b@acme.example' } },
      ],
      refused: [],
    })
  })

  it('[IMPORT-32] leaves a name that was refused to the next row that has it', async () => {
    const plan = await planOf('Acme,1,nobody\nAcme,1,a@acme.example\nacme,2,\n')
    expect(plan.accepted.map(({ line }) => line)).toEqual([3])
    expect(plan.refused).toEqual([
      { line: 2, reason: 'The e-mail address "nobody" is not valid.' },
      { line: 4, reason: 'The same name as line 3.' },
    ])
  })
})

describe('clients that cannot', () => {
  it('[IMPORT-32] names the line or the client that has the same name', async () => {
    const plan = await planOf('Acme Ltd,,\nACME  ltd,,\nBolt,,\n', [{ id: 'c1', name: 'ＢＯＬＴ' }])
    expect(plan.accepted.map(({ line }) => line)).toEqual([2])
    expect(plan.refused).toEqual([
      { line: 3, reason: 'The same name as line 2.' },
      { line: 4, reason: 'The same name as the client "ＢＯＬＴ" that you already have.' },
    ])
  })

  it('[IMPORT-32] names the line or the client that has the same external id', async () => {
    const plan = await planOf('A,X-1,\nB,x-1,\nC,X-2,\nD,,\nE,,\n', [{ id: 'c1', name: 'Old', externalId: 'X-2' }])
    expect(plan.accepted.map(({ line }) => line)).toEqual([2, 5, 6])
    expect(plan.refused).toEqual([
      { line: 3, reason: 'The same external id (x-1) as line 2.' },
      { line: 4, reason: 'The same external id (X-2) as the client "Old" that you already have.' },
    ])
  })

  it('[IMPORT-33] refuses a CSV row with more values than headings, as its cells may stand under the wrong ones', async () => {
    const plan = await planOf('Acme, Inc,7,a@acme.example\nBolt,8,,,\n')
    expect(plan.accepted.map(({ draft }) => draft.name)).toEqual(['Bolt'])
    expect(plan.refused).toEqual([
      { line: 2, reason: 'The row has 4 values for 3 columns; put a value that holds the separator in quotes.' },
    ])
  })
})

describe('many rows', () => {
  const many = async () =>
    tableOf(`Name,Number,Mail\n${Array.from({ length: 20_000 }, (_, index) => `Client ${index},${index},\n`).join('')}`)

  it('[IMPORT-34] works in slices, so that others come between, and tells how far it is', async () => {
    const table = await many()
    let turns = 0
    const progress: number[] = []
    let running = true
    const others = (): void => {
      turns += 1
      if (running) setImmediate(others)
    }
    setImmediate(others)
    const existing = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), name: `Client ${index * 2}` }))
    const plan = await planClientImport(table, { columns, existing, onProgress: (rows) => progress.push(rows) })
    running = false
    if (!plan.ok) throw new Error('cancelled')
    expect([plan.value.accepted.length, plan.value.refused.length]).toEqual([10_000, 10_000])
    expect(turns).toBeGreaterThanOrEqual(140)
    expect(progress).toHaveLength(100)
    expect(progress.at(-1)).toBe(20_000)
  })

  it('[IMPORT-34] stops when it is cancelled', async () => {
    const controller = new AbortController()
    const progress: number[] = []
    const plan = await planClientImport(await many(), {
      columns,
      existing: [],
      signal: controller.signal,
      onProgress: (rows) => {
        progress.push(rows)
        controller.abort()
      },
    })
    expect(plan).toEqual({ ok: false, error: { type: 'Cancelled' } })
    expect(progress).toEqual([200])
  })
})
