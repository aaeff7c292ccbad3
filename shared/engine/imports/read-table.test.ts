import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, type TestContext } from 'vitest'

import { mapClientColumns } from '#domain/catalog/client-columns.ts'

import { planClientImport } from './plan-client-import.ts'
import { readTable } from './read-table.ts'
import { inlineRow, readWhole, workbookOf } from './table-fixtures.ts'
import { tableWithoutHeadings } from './table.ts'

const containing = (text: string): unknown => expect.stringContaining(text)

/** Real files that lie beside the project where it is developed. */
const realFile = (context: TestContext, ...path: readonly string[]): Uint8Array => {
  const file = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', ...path)
  context.skip(!existsSync(file), `the folder with real data is not beside the project (${path.join('/')})`)
  return readFileSync(file)
}

const read = async (bytes: Uint8Array, options: Omit<Parameters<typeof readTable>[0], 'bytes'> = {}) => {
  const table = await readTable({ bytes, ...options })
  if (!table.ok) throw new Error(table.error.message)
  return table.value
}

describe('reading in a worker thread', () => {
  it('[IMPORT-19] gives what reading in place gives, of a CSV file and of a workbook', async () => {
    const csv = Buffer.from(`Name;City\n${'Müller;Bonn\n'.repeat(2_500)}`)
    const xlsx = workbookOf({ sheets: { S: inlineRow('Name') + inlineRow('Acme').repeat(2_500) } })
    for (const bytes of [csv, xlsx]) {
      expect(await readTable({ bytes })).toEqual(await readWhole(bytes))
      expect(await readTable({ bytes, header: false })).toEqual(await readWhole(bytes, { header: false }))
    }
  })

  it('[IMPORT-19] leaves the caller its bytes, and takes a part of a larger array for what it is', async () => {
    const all = Buffer.from('xxxxName,City\nAcme,Bonn\nxxxx')
    const table = await read(all.subarray(4, -4))
    expect(table.rows).toEqual([{ line: 2, cells: ['Acme', 'Bonn'] }])
    expect(all.toString()).toBe('xxxxName,City\nAcme,Bonn\nxxxx')
  })

  it('[IMPORT-19] hands on a refusal, also one that comes after many rows', async () => {
    const bytes = Buffer.from(`Name\n${'Acme\n'.repeat(5_000)}"open\n`)
    expect(await readTable({ bytes })).toMatchObject({ ok: false, error: { type: 'UnclosedQuote', line: 5_002 } })
    expect(await readTable({ bytes: new Uint8Array() })).toMatchObject({ ok: false, error: { type: 'Empty' } })
  })

  it('[IMPORT-13] refuses more than 200 MB before copying anything', async () => {
    const read = await readTable({ bytes: new Uint8Array(200 * 1024 * 1024 + 1) })
    expect(read).toMatchObject({
      ok: false,
      error: { type: 'TooLarge', message: containing('limit is 200 MB') },
    })
  })

  it('[IMPORT-19] reads 100,000 rows, telling how far it is and letting others work in between', async () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, index) => `"Client, ${index}",Branche ${index % 50},c${index}@acme.example`,
    )
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    const progress: number[] = []
    const table = await read(Buffer.from(`Name,Industry,Email\r\n${lines.join('\r\n')}\r\n`), {
      onProgress: (rows) => progress.push(rows),
    })
    clearInterval(timer)
    expect(table.rows).toHaveLength(100_000)
    expect(table.rows[99_999]).toEqual({ line: 100_001, cells: ['Client, 99999', 'Branche 49', 'c99999@acme.example'] })
    expect(table.rows.every(({ line }, index) => line === index + 2)).toBe(true)
    expect(progress.length).toBeGreaterThanOrEqual(50)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    expect(turns).toBeGreaterThan(20)
  })

  it('[IMPORT-19] does not pile parts up for an engine that is busy elsewhere', async () => {
    let turn = 0
    let running = true
    const nextTurn = (): void => {
      turn += 1
      if (running) setImmediate(nextTurn)
    }
    setImmediate(nextTurn)
    const partsByTurn = new Map<number, number>()
    await read(Buffer.from(`Name,City\n${'Acme,Bonn\n'.repeat(60_000)}`), {
      onProgress: () => {
        if (partsByTurn.size === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
        partsByTurn.set(turn, (partsByTurn.get(turn) ?? 0) + 1)
      },
    })
    running = false
    expect(Math.max(...partsByTurn.values())).toBeLessThanOrEqual(2)
  })

  it('[IMPORT-19] stops when it is cancelled, before the start and in the middle', async () => {
    const bytes = Buffer.from(`Name\n${'Acme\n'.repeat(200_000)}`)
    const early = AbortSignal.abort()
    expect(await readTable({ bytes, signal: early })).toMatchObject({ ok: false, error: { type: 'Cancelled' } })
    const controller = new AbortController()
    let rows = 0
    const late = await readTable({
      bytes,
      signal: controller.signal,
      onProgress: (count) => {
        rows = count
        controller.abort()
      },
    })
    expect(late).toMatchObject({ ok: false, error: { type: 'Cancelled' } })
    expect(rows).toBeGreaterThan(0)
    expect(rows).toBeLessThan(200_000)
  })
})

describe('a table read with headings that turns out to have none', () => {
  it('[IMPORT-25] is as if it had been read so, whatever was made of its first row', async () => {
    const bytes = Buffer.from('Acme,,Acme,\nBolt,Ulm\n\nCrane,1,2,3,4\n')
    const without = await read(bytes, { header: false })
    expect(without.rows.map(({ cells }) => cells[4])).toEqual(['', '', '4'])
    expect(tableWithoutHeadings(await read(bytes))).toEqual(without)
    expect(tableWithoutHeadings(without)).toEqual(without)
  })
})

describe('real files', () => {
  it('[IMPORT-4] takes all of 503 organizations from a list with headings of its own', async (context) => {
    const table = await read(realFile(context, 'clients', 'organizations-503.csv'))
    expect(table).toMatchObject({ kind: 'csv', encoding: 'utf-8', delimiter: ',' })
    const columns = mapClientColumns(table.headings, 'name=Security,industry=GICS Sector')
    if (!columns.ok) throw new Error(columns.error.message)
    const plan = await planClientImport(table, { columns: columns.value, existing: [] })
    if (!plan.ok) throw new Error('cancelled')
    expect(plan.value.refused).toEqual([])
    expect(plan.value.accepted).toHaveLength(503)
    expect(plan.value.accepted).toContainEqual({
      line: 4,
      draft: { name: 'Abbott Laboratories', industry: 'Health Care' },
    })
  })

  it('[IMPORT-24] says of that list, without a map, which headings it has', async (context) => {
    const table = await read(realFile(context, 'clients', 'organizations-503.csv'))
    expect(mapClientColumns(table.headings)).toMatchObject({
      ok: false,
      error: { type: 'NoNameColumn', message: containing('"Security", "GICS Sector"') },
    })
  })

  it('[IMPORT-15] reads the sheets of a published workbook', async (context) => {
    const bytes = realFile(context, 'crosswalk', 'csf2.xlsx')
    expect(await read(bytes)).toMatchObject({ kind: 'xlsx', sheet: 'Introduction' })
    const core = await read(bytes, { sheet: 'CSF 2.0', header: false })
    const [headings] = core.rows.filter(({ cells }) => cells.includes('Function'))
    expect(headings?.cells.slice(0, 4)).toEqual(['Function', 'Category', 'Subcategory', 'Implementation Examples'])
    const subcategories = core.rows.map(({ cells }) => /^[A-Z]{2}\.[A-Z]{2}-\d\d/u.exec(cells[2] ?? '')?.[0])
    expect(new Set(subcategories.filter((id) => id !== undefined)).size).toBeGreaterThanOrEqual(106)
    expect(subcategories).toContain('GV.OC-01')
  })
})
