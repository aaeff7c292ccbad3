/**
 * `npm run test:faults`: kills an engine at random moments while it edits, FAULT_ROUNDS times, and looks whether
 * everything it acknowledged is there. FAULT_SEED repeats the edits and the moments of an earlier run.
 */
import { randomInt } from 'node:crypto'
import { runFaults, type RoundReport } from '#testing/fault-run.ts'

const readNumber = (name: string, otherwise: number, least: number): number => {
  const text = process.env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least && value < 2 ** 32) return value
  console.error(`${name} must be a whole number from ${least} on, not "${text}".`)
  process.exit(2)
}

const rounds = readNumber('FAULT_ROUNDS', 200, 1)
const seed = readNumber('FAULT_SEED', randomInt(2 ** 31), 0)

const onRound = ({ round, alongside, edits, milliseconds, lost, problems, keptFolder }: RoundReport): void => {
  for (const line of [...lost.map((what) => `LOST ${what}`), ...problems]) console.error(`round ${round}: ${line}`)
  if (keptFolder !== undefined) console.error(`round ${round}: the files are kept in ${keptFolder}`)
  const what = alongside === 'nothing' ? '' : `, during ${alongside === 'import' ? 'an import' : 'a change of keys'}`
  console.error(`round ${round} of ${rounds}: ${edits} edits${what}, ${Math.round(milliseconds)} ms`)
}

const stopped = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())

console.error(`Killing an engine ${rounds} times while it edits (FAULT_SEED=${seed}).`)
const report = await runFaults({ rounds, seed, signal: stopped.signal, onRound })
if (report.problems > 0) console.error(`${report.problems} other problems were found.`)
console.log(`faults: ${report.rounds} rounds, ${report.edits} edits, ${report.lost} lost, seed ${report.seed}`)
if (report.lost > 0 || report.problems > 0 || report.rounds < rounds) process.exitCode = 1
