/** What one durable edit of one field costs by engine call. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expectOk } from '#testing/expect-result.ts'
import { withAccount, type BenchAccount } from './bench-account.ts'
import { compareEdit } from './compare-edit.ts'
import type { Figure } from './figure.ts'
import type { Contestant } from './measure.ts'
import { rawInsert } from './raw-file.ts'

export const benchEdit = (): Promise<readonly Figure[]> =>
  withAccount(50, async (open) => {
    const edit = editByCall(open)
    const raw = rawInsert(open.dataDir)
    return [
      ...(await compareEdit({ name: 'edit', edit, raw, most: [3, 8] })),
      // As people edit: processor and disk have rested, and the read model has caught up. Both sides are slower then.
      ...(await compareEdit({
        name: 'edit after a pause',
        edit,
        raw,
        contest: { warmUp: 10, pairs: 60, rounds: 3, before: () => sleep(60) },
      })),
    ]
  })

const editByCall = ({ account }: BenchAccount): Contestant => {
  const clientId = account.clients.list({}).items[0]?.id ?? ''
  let edits = 0
  return async () => expectOk(await account.clients.edit(clientId, 'client.update', { location: `Place ${++edits}` }))
}
