import { describe, expect, test } from 'vitest'
import type { ClientPage } from '#api/engine.ts'
import type { ClientRow } from './client-row.ts'
import { pagesBetween, pageSize, placeRows } from './place-rows.ts'

const pageOf = (page: number, total: number): ClientPage => ({
  total,
  items: Array.from(
    { length: Math.max(0, Math.min(pageSize, total - page * pageSize)) },
    (_, index) => ({ id: String(page * pageSize + index) }) as ClientRow,
  ),
})
const idsOf = (placed: ReturnType<typeof placeRows>) => placed?.rows.map((row) => row?.id)

describe('the pages of the list', () => {
  test('[LIST-1] put each row in its place and keep the places of those that have not come', () => {
    const placed = placeRows(
      [
        { page: 0, data: pageOf(0, 1050) },
        { page: 5, data: pageOf(5, 1050) },
        { page: 2, data: undefined },
      ],
      Number.POSITIVE_INFINITY,
    )
    const ids = idsOf(placed) ?? []
    expect(placed?.total).toBe(1050)
    expect(ids).toHaveLength(1050)
    expect([ids[0], ids[199], ids[200], ids[999], ids[1000], ids[1049]]).toEqual([
      ...['0', '199', undefined, undefined, '1000', '1049'],
    ])
  })

  test('[LIST-1] wait for the first page', () => {
    expect(placeRows([{ page: 0, data: undefined }], 10)).toBeUndefined()
    expect(placeRows([], 10)).toBeUndefined()
  })

  test('[LIST-1] end where the list ends, also when an older page knows more', () => {
    expect(idsOf(placeRows([{ page: 0, data: pageOf(0, 5) }], 2))).toEqual(['0', '1'])
    const shrunk = placeRows(
      [
        { page: 0, data: pageOf(0, 201) },
        { page: 1, data: pageOf(1, 300) },
      ],
      Number.POSITIVE_INFINITY,
    )
    expect(shrunk?.rows).toHaveLength(201)
  })

  test('[LIST-1] that are asked for hold the rows that are looked at', () => {
    expect(pagesBetween(0, 40)).toEqual([0])
    expect(pagesBetween(190, 410)).toEqual([0, 1, 2])
    expect(pagesBetween(400, 400)).toEqual([2])
  })
})
