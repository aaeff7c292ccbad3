/** A program: unlocks an account, lists all its clients, edits 200 of them, and prints its resident size in MB. */
import { setTimeout as sleep } from 'node:timers/promises'
import { expectOk } from '#testing/expect-result.ts'
import { benchPassphrase, openBenchEngine } from './bench-account.ts'

const [dataDir = '', accountId = ''] = process.argv.slice(2)
const engine = await openBenchEngine(dataDir)
const account = expectOk(await engine.unlockAccount(accountId, { passphrase: benchPassphrase }))
const { items } = account.clients.list({ limit: 10_000 })
account.clients.list({})
account.clients.counts()
for (const { id } of items.slice(0, 200)) {
  expectOk(await account.clients.edit(id, 'client.update', { location: 'Somewhere else' }))
  expectOk(account.clients.listContacts(id))
}
await sleep(500)
const megabyte = 1_000_000
process.stdout.write(
  JSON.stringify({
    now: process.memoryUsage.rss() / megabyte,
    peak: (process.resourceUsage().maxRSS * 1024) / megabyte,
  }),
)
await engine.close()
