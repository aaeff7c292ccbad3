/** One round: a writer in a process of its own, killed with SIGKILL after a moment of editing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FaultAccount } from './fault-account.ts'
import { parseWriterLines, type WriterLine } from './fault-lines.ts'

/** What the writer does beside its edits. */
export type Alongside = 'nothing' | 'import' | 'rotate'

export type WriterOrders = {
  readonly dataDir: string
  readonly accountId: string
  readonly seed: number
  /** Stands in every value that the writer sets. */
  readonly label: string
  readonly alongside: Alongside
}

/** Milliseconds after the writer has said such a line so many times. */
export type KillMoment = { readonly line: WriterLine['type']; readonly times: number; readonly delay: number }

export type RoundOptions = {
  readonly account: FaultAccount
  readonly seed: number
  readonly label: string
  readonly alongside: Alongside
  readonly kill: KillMoment
}

export type KilledWriter = {
  readonly lines: readonly WriterLine[]
  /** Undefined when the writer lived until it was killed. */
  readonly problem: string | undefined
}

const writer = fileURLToPath(new URL('./fault-writer.ts', import.meta.url))
/** Milliseconds in which a writer must have come so far. */
const patience = 60_000

export const runAndKillWriter = async (options: RoundOptions): Promise<KilledWriter> => {
  const { account, seed, label, alongside, kill } = options
  const { dataDir, accountId } = account
  const orders: WriterOrders = { dataDir, accountId, seed, label, alongside }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, JSON.stringify(orders)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'close')
  let output = ''
  let complaint = ''
  let deadline = setTimeout(() => child.kill('SIGKILL'), patience)
  let reached = false
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
    if (reached || output.split(`{"type":"${kill.line}"`).length <= kill.times) return
    reached = true
    clearTimeout(deadline)
    deadline = setTimeout(() => child.kill('SIGKILL'), kill.delay)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
  const [code, signal] = (await exited) as [number | null, NodeJS.Signals | null]
  clearTimeout(deadline)
  const problem =
    signal === 'SIGKILL' && reached ? undefined : `the writer ended by itself (${code ?? signal}): ${complaint}`
  return { lines: parseWriterLines(output), problem }
}
