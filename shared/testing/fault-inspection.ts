/** The look at a data folder after its engine was killed: first as the next engine finds it, then at the files themselves. */
import type { Account, DoctorReport } from '#api/engine.ts'
import type { ClientRow } from '#domain/projection/client-row.ts'
import { faultPassphrase, openFaultEngine, type FaultAccount } from './fault-account.ts'
import { expectOk } from './expect-result.ts'
import { inspectFiles } from './fault-files.ts'
import type { WriterLine } from './fault-lines.ts'

export type Findings = {
  /** Acknowledged edits, clients and batches that are not there. */
  readonly lost: readonly string[]
  /** Whatever else is not as it should be. */
  readonly problems: readonly string[]
}

export type InspectOptions = {
  readonly account: FaultAccount
  /** Everything that was ever acknowledged in this folder. */
  readonly lines: readonly WriterLine[]
  /** Asks the engine's own doctor too. */
  readonly withDoctor: boolean
}

/** Leaves the folder as a clean shutdown does. */
export const inspectAccount = async ({ account, lines, withDoctor }: InspectOptions): Promise<Findings> => {
  const engine = await openFaultEngine(account.dataDir)
  let rows: readonly ClientRow[] = []
  let diagnosis: readonly string[] = []
  try {
    const opened = expectOk(await engine.unlockAccount(account.accountId, { passphrase: faultPassphrase }))
    rows = opened.clients.list({ archived: 'any', limit: 10_000 }).items
    if (withDoctor) diagnosis = await askDoctor(opened)
  } finally {
    await engine.close()
  }
  const clients = inspectClients(rows, lines)
  const files = await inspectFiles(account, lines, rows)
  return {
    lost: [...clients.lost, ...files.lost],
    problems: [...diagnosis, ...clients.problems, ...files.problems],
  }
}

const askDoctor = async (account: Account): Promise<readonly string[]> => {
  for await (const job of account.jobs.watch(account.startDoctor().jobId)) {
    if (job.state === 'running') continue
    const report = job.result as DoctorReport | null
    return report?.problems.map(({ space, check, detail }) => `doctor: ${space} ${check}: ${detail}`) ?? ['no doctor']
  }
  return ['the doctor did not end']
}

/** What was created together is there in full or not at all, and what was acknowledged is there. */
export const inspectClients = (rows: readonly ClientRow[], lines: readonly WriterLine[]): Findings => {
  const ids = new Set(rows.map(({ id }) => id))
  const done = new Set(lines.flatMap((line) => (line.type === 'batchDone' ? [line.prefix] : [])))
  const lost: string[] = []
  const problems = rows
    .filter(({ fileState }) => fileState !== 'ok')
    .map(({ id, fileState }) => `${id} is shown as ${fileState}`)
  for (const line of lines) {
    if (line.type === 'refused') problems.push(`the writer was refused: ${line.what}`)
    if (line.type === 'added' && !ids.has(line.clientId)) lost.push(`client ${line.clientId}`)
    if (line.type !== 'batchStarted') continue
    const found = rows.filter(({ name }) => name.startsWith(line.prefix)).length
    if (found === line.size) continue
    if (done.has(line.prefix)) lost.push(`${line.size - found} clients of ${line.prefix}`)
    else if (found > 0) problems.push(`${found} of ${line.size} clients of an unfinished ${line.prefix}`)
  }
  return { lost, problems }
}
