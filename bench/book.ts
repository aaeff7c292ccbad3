/** The client book: the preview of a long list, and one change to ten thousand clients. The turns of both: `turns`. */
import type { Account } from '#api/engine.ts'
import { expectOk } from '#testing/expect-result.ts'
import { endOf, withAccount } from './bench-account.ts'
import { withLimit, type Figure } from './figure.ts'
import { timeOf } from './measure.ts'

const listRows = 100_000
const clients = 10_000

export const benchBook = (): Promise<readonly Figure[]> =>
  withAccount(clients, async ({ account }) => {
    const list = longList()
    return [
      await figureOf(`preview of ${listRows} rows beside ${clients} clients`, 5, () => previewList(account, list)),
      await figureOf(`one owner for ${clients} clients`, 60, () => assignOwner(account)),
    ]
  })

const figureOf = async (name: string, most: number, work: () => Promise<unknown>): Promise<Figure> =>
  withLimit({ name, figure: (await timeOf(work)) / 1000, unit: 's' }, { most })

/** From the bytes of the file to the fate of every row. */
export const previewList = async (account: Account, bytes: Uint8Array): Promise<void> => {
  const { importId, mapping } = expectOk(await account.imports.read({ fileName: 'long.csv', bytes }))
  const { counts } = expectOk(await account.imports.preview({ importId, mapping, duplicates: 'update' }))
  if (counts.add !== listRows) throw new Error(`${counts.add} rows would be added`)
  account.imports.drop(importId)
}

export const longList = (): Uint8Array => {
  const row = (_: unknown, index: number): string =>
    `Organization ${index} GmbH,N-${index},Sector ${index % 11},${index % 5000},Zürich,Switzerland,www.o${index}.example,"tier ${index % 3}; regulated"`
  const rows = Array.from({ length: listRows }, row)
  return new TextEncoder().encode(
    ['Company,Customer number,Sector,Employees,City,Country,Website,Tags', ...rows].join('\n'),
  )
}

export const assignOwner = async (account: Account): Promise<void> => {
  const change = { type: 'assignOwner', ownerId: account.actingMember().id } as const
  const job = await endOf(account, expectOk(account.changes.start({ clients: { query: {}, except: [] }, change })))
  const { changed } = job.result as { readonly changed: number }
  if (changed === 0) throw new Error('no client was changed')
}
