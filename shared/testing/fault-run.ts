/** Kills an engine over and over while it edits, and looks each time whether everything it acknowledged is there. */
import { createSeededRandom, type SeededRandom } from '#engine/sample/seeded-random.ts'
import { copyFaultAccount, makeFaultAccount, removeFaultAccount, type FaultAccount } from './fault-account.ts'
import { inspectAccount, type Findings } from './fault-inspection.ts'
import type { WriterLine } from './fault-lines.ts'
import { runAndKillWriter, type Alongside, type KillMoment } from './fault-round.ts'

export type FaultRunOptions = {
  readonly rounds: number
  readonly seed: number
  readonly clients?: number
  readonly signal?: AbortSignal
  readonly onRound?: (round: RoundReport) => void
}

export type RoundReport = Findings & {
  readonly round: number
  readonly alongside: Alongside
  readonly edits: number
  readonly milliseconds: number
  /** Where the files are, when something is wrong. */
  readonly keptFolder: string | undefined
}

export type FaultReport = {
  readonly rounds: number
  readonly edits: number
  readonly lost: number
  readonly problems: number
  readonly seed: number
}

/** A folder in which rounds follow each other, with everything that was acknowledged in it. */
type Stretch = { readonly account: FaultAccount; readonly lines: WriterLine[]; rounds: number }

/** Rounds in one folder: what an earlier round acknowledged must survive the later ones. */
const longestStretch = 25
/** Attempts per round that may bring no acknowledgement. */
const mostAttempts = 20

export const runFaults = async (options: FaultRunOptions): Promise<FaultReport> => {
  const { rounds, seed, clients = 24, signal, onRound } = options
  const template = await makeFaultAccount(clients, seed)
  const random = createSeededRandom(seed)
  let stretch: Stretch | undefined
  let report: FaultReport = { rounds: 0, edits: 0, lost: 0, problems: 0, seed }
  while (report.rounds < rounds && signal?.aborted !== true) {
    const round = report.rounds + 1
    const alongside = whatElse(round)
    stretch ??= { account: copyFaultAccount(template), lines: [], rounds: 0 }
    const endsStretch = round === rounds || alongside !== 'nothing' || stretch.rounds + 1 >= longestStretch
    const done = await runRound({ stretch, random, round, alongside, withDoctor: endsStretch })
    report = addRound(report, done)
    onRound?.(done)
    if (!endsStretch && done.keptFolder === undefined) continue
    if (done.keptFolder === undefined) removeFaultAccount(stretch.account)
    stretch = undefined
  }
  if (stretch !== undefined) removeFaultAccount(stretch.account)
  removeFaultAccount(template)
  return report
}

/** Seven rounds of edits, then one while clients are imported, then seven more, then one while the keys are changed. */
const whatElse = (round: number): Alongside => {
  if (round % 8 !== 0) return 'nothing'
  return round % 16 === 8 ? 'import' : 'rotate'
}

type RunRound = {
  readonly stretch: Stretch
  readonly random: SeededRandom
  readonly round: number
  readonly alongside: Alongside
  readonly withDoctor: boolean
}

const runRound = async ({ stretch, random, round, alongside, withDoctor }: RunRound): Promise<RoundReport> => {
  const started = performance.now()
  const { account, lines } = stretch
  stretch.rounds += 1
  const written: WriterLine[] = []
  const problems: string[] = []
  for (let attempt = 1; countAcknowledged(written) === 0; attempt++) {
    if (attempt > mostAttempts) {
      problems.push(`nothing was acknowledged in ${mostAttempts} attempts`)
      break
    }
    const label = `${round}.${attempt}`
    const kill = chooseMoment(random, alongside)
    const killed = await runAndKillWriter({ account, seed: random.below(2 ** 32), label, alongside, kill })
    written.push(...killed.lines)
    if (killed.problem !== undefined) problems.push(killed.problem)
  }
  if (random.chance(0.15)) await killWhileItRecovers(account, random)
  lines.push(...written)
  const found = await inspectAccount({ account, lines, withDoctor }).catch(notInspected)
  problems.push(...found.problems)
  return {
    round,
    alongside,
    edits: countAcknowledged(written),
    milliseconds: performance.now() - started,
    lost: found.lost,
    problems,
    keptFolder: found.lost.length + problems.length === 0 ? undefined : account.dataDir,
  }
}

/** 20 to 400 ms into the editing, or as long into what is done beside it: a change of keys is that of the account, then of each file. */
const chooseMoment = (random: SeededRandom, alongside: Alongside): KillMoment => {
  const delay = 20 + random.below(380)
  if (alongside === 'nothing') return { line: 'editing', times: 1, delay }
  if (alongside === 'import') return { line: 'batchStarted', times: 1 + random.below(2), delay }
  if (random.chance(0.3)) return { line: 'rotating', times: 1 + random.below(2), delay }
  return { line: 'rotatedFiles', times: 1 + random.below(20), delay: random.below(40) }
}

/** The start that mends things is killed as well: the next one must find its way from there. */
const killWhileItRecovers = async (account: FaultAccount, random: SeededRandom): Promise<void> => {
  const kill = { line: 'opening', times: 1, delay: random.below(120) } as const
  await runAndKillWriter({ account, seed: 0, label: 'recovery', alongside: 'nothing', kill })
}

const countAcknowledged = (lines: readonly WriterLine[]): number =>
  lines.filter(
    (line) =>
      (line.type === 'edit' && line.changes.length > 0) ||
      line.type === 'added' ||
      line.type === 'batchDone' ||
      line.type === 'rotated',
  ).length

const notInspected = (error: unknown): Findings => ({
  lost: [],
  problems: [`the account could not be opened: ${String(error)}`],
})

const addRound = (report: FaultReport, { edits, lost, problems }: RoundReport): FaultReport => ({
  ...report,
  rounds: report.rounds + 1,
  edits: report.edits + edits,
  lost: report.lost + lost.length,
  problems: report.problems + problems.length,
})
