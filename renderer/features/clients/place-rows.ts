/** Puts the pages that have come into one list that has a place for every row that matches. */
import type { ClientPage } from '#api/engine.ts'
import type { ClientRow } from './client-row.ts'

/** Rows per call: more than fits on a screen, small enough to be read in a few milliseconds. */
export const pageSize = 200

export type PlacedRows = {
  /** A row that has not come yet is undefined. */
  readonly rows: readonly (ClientRow | undefined)[]
  readonly total: number
}

export type AskedPage = { readonly page: number; readonly data: ClientPage | undefined }

/** The first of the pages says how many rows there are; without it there is nothing to place. */
export const placeRows = ([first, ...others]: readonly AskedPage[], mostRows: number): PlacedRows | undefined => {
  if (first?.data === undefined) return undefined
  const total = Math.min(first.data.total, mostRows)
  const rows = Array.from<ClientRow | undefined>({ length: total })
  for (const { page, data } of [first, ...others]) {
    const start = page * pageSize
    // A page asked for a moment earlier may know more rows than there are now.
    data?.items.slice(0, Math.max(0, total - start)).forEach((row, offset) => {
      rows[start + offset] = row
    })
  }
  return { rows, total }
}

/** The pages that hold the rows from `first` to `last`. */
export const pagesBetween = (first: number, last: number): readonly number[] => {
  const start = Math.floor(first / pageSize)
  return Array.from({ length: Math.floor(last / pageSize) - start + 1 }, (_, index) => start + index)
}
