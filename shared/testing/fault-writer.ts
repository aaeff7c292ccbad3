/** A program that opens an account and edits it from several sides at once until it is killed, saying what was acknowledged. */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createSeededRandom, type SeededRandom } from '#engine/sample/seeded-random.ts'
import { faultPassphrase, openFaultEngine } from './fault-account.ts'
import { expectOk } from './expect-result.ts'
import { doRandomEdit, type EditContext } from './fault-edits.ts'
import type { WriterLine } from './fault-lines.ts'
import type { WriterOrders } from './fault-round.ts'

const { dataDir, accountId, seed, alongside, label } = JSON.parse(process.argv[2] ?? '') as WriterOrders

/** The line is in the pipe when this returns, so the kill cannot take it back. */
const say = (line: WriterLine): void => void writeSync(1, `${JSON.stringify(line)}\n`)

/** Single edits, bursts that one transaction takes, and pauses in which the read model catches up and others get on. */
const editForever = async (context: EditContext, random: SeededRandom, pace: Pace): Promise<void> => {
  for (;;) {
    const burst = random.chance(0.5) ? 1 + random.below(pace.largestBurst) : 1
    await Promise.all(Array.from({ length: burst }, () => doRandomEdit({ ...context, random })))
    if (random.chance(pace.pauses)) await sleep(random.below(60))
  }
}

type Pace = { readonly writers: number; readonly largestBurst: number; readonly pauses: number }
const alone: Pace = { writers: 6, largestBurst: 60, pauses: 0.1 }
const besideOthers: Pace = { writers: 2, largestBurst: 4, pauses: 0.9 }

const importForever = async ({ account, random }: EditContext): Promise<void> => {
  for (let batch = 1; ; batch++) {
    const size = 5 + random.below(60)
    const prefix = `Batch ${label} ${batch} `
    const rows = Array.from({ length: size }, (_, index) => `${prefix}${index},Energy,${index}`)
    const bytes = new TextEncoder().encode(['Name,Industry,Employees', ...rows].join('\n'))
    say({ type: 'batchStarted', prefix, size })
    const { jobId } = expectOk(account.clients.startImport({ fileName: 'batch.csv', bytes }))
    for await (const { state, error } of account.jobs.watch(jobId)) {
      if (state === 'done') say({ type: 'batchDone', prefix })
      else if (state !== 'running') say({ type: 'refused', what: `import: ${JSON.stringify(error)}` })
    }
  }
}

const rotateForever = async ({ account }: EditContext): Promise<void> => {
  for (;;) {
    say({ type: 'rotating' })
    const { recoveryKey, job } = expectOk(await account.rotateKeys(faultPassphrase))
    say({ type: 'rotated', recoveryKey })
    for await (const { state, error, done, total } of account.jobs.watch(job.jobId)) {
      say({ type: 'rotatedFiles', done, total })
      if (state !== 'running' && state !== 'done') say({ type: 'refused', what: `rotate: ${JSON.stringify(error)}` })
    }
  }
}

say({ type: 'opening' })
const engine = await openFaultEngine(dataDir)
const account = expectOk(await engine.unlockAccount(accountId, { passphrase: faultPassphrase }))
const clientIds = account.clients.list({ archived: 'any', limit: 10_000 }).items.map(({ id }) => id)
let edits = 0
const token = (): string => `value ${label} ${++edits}`
const context: EditContext = { account, random: createSeededRandom(seed), clientIds, token, say }
say({ type: 'editing' })
const pace = alongside === 'nothing' ? alone : besideOthers
const randoms = Array.from({ length: pace.writers }, (_, writer) => createSeededRandom(seed + writer))
await Promise.all([
  ...randoms.map((random) => editForever(context, random, pace)),
  ...(alongside === 'import' ? [importForever(context)] : []),
  ...(alongside === 'rotate' ? [rotateForever(context)] : []),
])
